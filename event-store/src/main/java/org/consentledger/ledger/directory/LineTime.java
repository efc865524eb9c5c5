package org.consentledger.ledger.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.consentledger.ledger.statement.RecordedAt;

/**
 * Ledger time of a line, which has no more digits of a second's fraction than it needs, as {@link Instant#toString} has
 * it: none, three or six. A statement always has six. It is used again for the next line; for one thread.
 */
final class LineTime {
    private static final int BEFORE_FRACTION = "0000-00-00T00:00:00.".length();
    private static final int MOST_DIGITS = 6;

    private final byte[] stated = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
    private Instant instant = Instant.MIN;

    /** Whether these bytes are such a time; then {@link #stated} and {@link #instant} are those of it. */
    boolean read(byte[] bytes, int from, int length) {
        int digits = switch (length) {
            case 20 -> 0;
            case 24 -> 3;
            case 27 -> 6;
            default -> -1;
        };
        if (digits < 0 || bytes[from + length - 1] != 'Z' || (digits > 0 && endsInZeros(bytes, from + length - 1))) {
            return false;
        }
        Arrays.fill(stated, BEFORE_FRACTION, BEFORE_FRACTION + MOST_DIGITS, (byte) '0');
        stated[BEFORE_FRACTION - 1] = '.';
        System.arraycopy(bytes, from, stated, 0, digits == 0 ? BEFORE_FRACTION - 1 : BEFORE_FRACTION + digits);
        try {
            instant = RecordedAt.parse(stated);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean endsInZeros(byte[] bytes, int end) {
        return bytes[end - 1] == '0' && bytes[end - 2] == '0' && bytes[end - 3] == '0';
    }

    /** As a statement has it; the same array each time. */
    byte[] stated() {
        return stated;
    }

    Instant instant() {
        return instant;
    }
}

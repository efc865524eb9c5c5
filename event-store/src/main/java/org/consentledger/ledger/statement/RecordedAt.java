package org.consentledger.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Ledger time as text: RFC 3339 in UTC, always with six digits of a second's fraction. Written and read by hand, since
 * every event's is; a formatter takes many times as long.
 */
public final class RecordedAt {
    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";
    private static final int NANOS_OF_MICRO = 1_000;

    private RecordedAt() {}

    /** RFC 3339 §1 ends with the year 9999, and microseconds are what the database keeps. */
    static void check(Instant time) {
        int year = LocalDateTime.ofInstant(time, ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999 || !time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new StatementRejected("recordedAt has whole microseconds and a year of four digits");
        }
    }

    /** @param time as {@link #check} lets it pass */
    static String format(Instant time) {
        var utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        var text = SHAPE.toCharArray();
        put(text, 0, 4, utc.getYear());
        put(text, 5, 7, utc.getMonthValue());
        put(text, 8, 10, utc.getDayOfMonth());
        put(text, 11, 13, utc.getHour());
        put(text, 14, 16, utc.getMinute());
        put(text, 17, 19, utc.getSecond());
        put(text, 20, 26, utc.getNano() / NANOS_OF_MICRO);
        return new String(text);
    }

    /** @throws IllegalArgumentException for any text but what {@link #format} writes */
    static Instant parse(String text) {
        return parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException for any bytes but those of what {@link #format} writes */
    public static Instant parse(byte[] text) {
        if (!hasShape(text)) {
            throw new IllegalArgumentException("not a time in UTC with six digits of fraction");
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            number(text, 20, 26) * NANOS_OF_MICRO)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day or time of day", e);
        }
    }

    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int number(byte[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static boolean hasShape(byte[] text) {
        if (text.length != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            byte c = text[i];
            char wanted = SHAPE.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }
}

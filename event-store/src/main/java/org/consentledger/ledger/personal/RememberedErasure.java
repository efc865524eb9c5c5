package org.consentledger.ledger.personal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.tree.Hash;

/**
 * An erasure as it is remembered outside the database: all data keys of the customer are destroyed. As a line it is a
 * SHA-256 over what follows, which tells a torn line from a whole one, then leaf index, ledger time and customer.
 *
 * @param position the leaf index of its event, in the history of then
 * @param recordedAt ledger time, UTC
 */
public record RememberedErasure(long position, Instant recordedAt, CustomerId customerId) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ((0|[1-9][0-9]{0,18}) (\\S+Z) (\\S+))");

    /** Empty where it is no whole line. */
    static Optional<RememberedErasure> parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches() || !check(parts.group(2)).equals(parts.group(1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RememberedErasure(
                    Long.parseLong(parts.group(3)), Instant.parse(parts.group(4)), new CustomerId(parts.group(5))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    String line() {
        var said = position + " " + recordedAt + " " + customerId;
        return check(said) + " " + said;
    }

    private static String check(String said) {
        return Hash.sha256(said.getBytes(StandardCharsets.UTF_8)).hex();
    }
}

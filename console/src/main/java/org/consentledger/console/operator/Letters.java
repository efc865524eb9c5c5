package org.consentledger.console.operator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dead letters of all projections, as the query side tells operators; as far as the page shows them. */
record Letters(List<Letter> deadLetters) {

    /**
     * The first event of a customer that waits, or one that was discarded.
     *
     * @param position of its leaf
     * @param cause {@code null} where nobody has tried it
     * @param behind how many of the customer's events wait behind it
     * @param discarded {@code null} while it waits
     */
    record Letter(
            String projection,
            String customerId,
            long position,
            String eventId,
            String type,
            @Nullable String cause,
            Instant parkedAt,
            int tries,
            long behind,
            @Nullable Discarded discarded) {}

    record Discarded(String by, String because, Instant at) {}

    public List<Letter> waiting() {
        return deadLetters.stream().filter(letter -> letter.discarded() == null).toList();
    }

    public List<Letter> discarded() {
        return deadLetters.stream().filter(letter -> letter.discarded() != null).toList();
    }
}

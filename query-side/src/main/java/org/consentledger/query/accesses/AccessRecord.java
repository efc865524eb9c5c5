package org.consentledger.query.accesses;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One read of customers' data, as it is kept.
 *
 * @param number in the order of the log; never reused
 * @param lookedAt by the database's clock, like the ledger's, UTC
 * @param subject of the token
 * @param client to which the token was issued; {@code null} where it does not say
 * @param customerId {@code null} for a list
 * @param about see {@link LookedAt}
 * @param reasonStated whether a reason was stated
 * @param reason sealed, or of a list a reference; empty where none was stated or none could be kept
 */
record AccessRecord(
        long number,
        Instant lookedAt,
        String subject,
        @Nullable String client,
        String question,
        @Nullable String customerId,
        String about,
        boolean reasonStated,
        Optional<String> reason) {

    /** One that is not written yet: number and time are given when it is. */
    record New(
            String subject,
            @Nullable String client,
            LookedAt looked,
            boolean reasonStated,
            @Nullable String reason) {}
}

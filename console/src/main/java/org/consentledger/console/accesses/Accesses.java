package org.consentledger.console.accesses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looked at a customer's data, the oldest first, as the query side tells it; as far as the page shows it. */
record Accesses(List<Access> items, @Nullable String next) {
    /**
     * @param client through which the subject looked
     * @param reason as stated; {@code null} where it cannot be read any more
     * @param lookedAt UTC
     */
    record Access(
            String question,
            @Nullable String about,
            String subject,
            @Nullable String client,
            @Nullable String reason,
            Instant lookedAt) {}
}

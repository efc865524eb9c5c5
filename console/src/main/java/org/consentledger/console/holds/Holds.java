package org.consentledger.console.holds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's legal holds, the oldest first, as the query side tells them; as far as the page shows them. All times UTC. */
record Holds(List<Hold> items, @Nullable String next) {
    /**
     * @param reason {@code null} once it was erased, as the matter
     * @param standing whether it forbids erasure still
     */
    record Hold(
            String holdId,
            @Nullable String reason,
            @Nullable String matter,
            boolean standing,
            Instant placedAt,
            @Nullable String placedBy,
            @Nullable Release release) {}

    record Release(
            @Nullable String reason,
            Instant releasedAt,
            @Nullable String releasedBy) {}
}

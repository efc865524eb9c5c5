package org.consentledger.console.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Erasures that were asked for, the oldest first, as the query side tells them; as far as the page shows them. All times UTC. */
record Erasures(List<Erasure> items, @Nullable String next) {
    /**
     * @param state {@code WAITING}, {@code APPROVED}, or {@code OVERTAKEN} by another erasure of the same customer
     * @param reason {@code null} once it was erased
     */
    record Erasure(
            String customerId,
            String erasureId,
            String state,
            Instant requestedAt,
            @Nullable String requestedBy,
            @Nullable String reason,
            @Nullable Approval approval) {}

    record Approval(Instant approvedAt, @Nullable String approvedBy) {}
}

package org.consentledger.console.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is on record about a customer, as the query side tells it; as far as the page shows it. All times UTC. */
record History(List<Fact> items, @Nullable String next) {

    /** A fact with both of its clocks: when the customer acted, and when the ledger learned it. */
    record Fact(
            String kind,
            String recordId,
            long position,
            @Nullable Integer edition,
            @Nullable String purposeId,
            @Nullable String decision,
            Map<String, String> decisions,
            @Nullable Instant expressedAt,
            Instant recordedAt,
            @Nullable String channel,
            @Nullable String recordedBy,
            @Nullable String annulledBy) {}
}

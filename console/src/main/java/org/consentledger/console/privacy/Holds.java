package org.consentledger.console.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's legal holds, as the query side tells them; as far as the page shows them. All times UTC. */
record Holds(List<Hold> items, @Nullable String next) {
    /** @param standing whether it forbids erasure still */
    record Hold(@Nullable String reason, @Nullable String matter, boolean standing, Instant placedAt) {}
}

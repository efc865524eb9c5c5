package org.consentledger.console.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the ledger is, as the query side tells it; as far as the page shows it. All times UTC. */
record Health(
        long size,
        @Nullable Instant recordedUntil,
        @Nullable String checkpoint,
        long signedSize,
        @Nullable Instant signedUntil,
        long unsigned,
        @Nullable Instant unsignedSince,
        @Nullable Timestamp timestamp,
        List<Witness> witnesses,
        Instant now) {
    /** Signing takes milliseconds; what waits longer waits for an operator. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** @param genTime by the authority's clock */
    record Timestamp(String authority, Instant genTime, long checkpointSize) {}

    /** @param size of the largest tree that it cosigned; 0 for none */
    record Witness(String name, long size, @Nullable Instant cosignedAt) {}

    /** Whether the signer has not come for a while, so that receipts are missing. */
    public boolean isSigningLate() {
        return unsignedSince != null && unsignedSince.plus(SOON).isBefore(now);
    }

    /** How long ago that was, in the unit that one would say: {@code age.MINUTES} and the number. */
    public Age ageOf(Instant then) {
        return Age.between(then, now);
    }

    /** How many leaves came after the last time stamp. */
    public long notStamped() {
        return timestamp == null ? size : size - timestamp.checkpointSize();
    }
}

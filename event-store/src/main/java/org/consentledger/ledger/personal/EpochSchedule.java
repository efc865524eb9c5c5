package org.consentledger.ledger.personal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * When the epochs of the master key change: once a day.
 *
 * @param at time of day, UTC
 */
public record EpochSchedule(LocalTime at) {
    /** A rotation is noticed to be due within minutes, and wraps some ten thousand keys a second. */
    private static final Duration ALLOWANCE = Duration.ofHours(1);

    /** When the epoch of that instant has ended at the latest, while the product runs. */
    public Instant endsBy(Instant instant) {
        return lastUntil(instant).plus(Duration.ofDays(1)).plus(ALLOWANCE);
    }

    /** The last change that was due at that instant. */
    Instant lastUntil(Instant instant) {
        var today = instant.atOffset(ZoneOffset.UTC).with(at);
        return (today.toInstant().isAfter(instant) ? today.minusDays(1) : today).toInstant();
    }
}

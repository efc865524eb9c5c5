package org.consentledger.standing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Act;
import org.consentledger.events.Actor;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Source;
import org.jspecify.annotations.Nullable;

/**
 * When a person acted, as exactly as it is known, and how we know. It names nobody.
 *
 * @param at UTC, microseconds; somewhere in the period where the precision is a day or a month
 * @param by the one who acted, as related to the customer
 * @param takenFrom the form of the original; {@code null} where the act was told to us as it happened
 */
public record Expressed(Instant at, DatePrecision precision, Actor.Kind by, Source.@Nullable Kind takenFrom) {

    /** What is known of an act. */
    public static Expressed of(Act act) {
        return of(act.expressedAt(), act.actor(), act.source());
    }

    /** What is known of an act at that time. */
    public static Expressed of(Instant at, Actor actor, @Nullable Source source) {
        return source == null
                ? new Expressed(at, DatePrecision.INSTANT, actor.kind(), null)
                : new Expressed(at, source.datePrecision(), actor.kind(), source.kind());
    }

    /**
     * The instant from which it is certain that the person had acted: the last one of a day or month in the terms'
     * zone; where nothing is known, when the ledger learned it.
     */
    public Instant countsFrom(ZoneId zone, Instant recordedAt) {
        return switch (precision) {
            case INSTANT -> at;
            case DAY ->
                lastInstantBefore(at.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
            case MONTH ->
                lastInstantBefore(at.atZone(zone)
                        .toLocalDate()
                        .withDayOfMonth(1)
                        .plusMonths(1)
                        .atStartOfDay(zone)
                        .toInstant());
            case UNKNOWN -> recordedAt;
        };
    }

    private static Instant lastInstantBefore(Instant end) {
        return end.minus(1, ChronoUnit.MICROS);
    }
}

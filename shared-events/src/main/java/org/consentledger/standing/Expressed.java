package org.consentledger.standing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.DatePrecision;

/**
 * When a person acted, as exactly as it is known.
 *
 * @param at UTC, microseconds; somewhere in the period where the precision is a day or a month
 */
public record Expressed(Instant at, DatePrecision precision) {

    /**
     * The instant from which it is certain that the person had acted: the last one of a day or month in the terms'
     * zone; where nothing is known, when the ledger learned it.
     */
    Instant countsFrom(ZoneId zone, Instant recordedAt) {
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

package org.consentledger.console.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A time that has passed, in whole ones of the largest unit of which there are two at least, else in seconds. */
record Age(ChronoUnit unit, long number) {
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES);
    private static final int SEVERAL = 2;

    /** None where the one clock is behind the other. */
    static Age between(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        return UNITS.stream()
                .map(unit -> new Age(unit, passed.dividedBy(unit.getDuration())))
                .filter(age -> age.number() >= SEVERAL)
                .findFirst()
                .orElseGet(() -> new Age(ChronoUnit.SECONDS, Math.max(0, passed.toSeconds())));
    }
}

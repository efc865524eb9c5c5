package org.consentledger.console.support;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The time that a {@link Timeline} shows, from its left end to its right one. */
record Scale(Instant from, Instant until, ZoneId zone) {
    static final double LEFT = 120;
    static final double RIGHT = 980;
    /** Two dots that are nearer would hide each other. */
    static final double APART = 24;

    private static final int MOST_TICKS = 8;
    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.DAYS, 1, "uuuu-MM-dd"),
            new Step(ChronoUnit.DAYS, 7, "uuuu-MM-dd"),
            new Step(ChronoUnit.MONTHS, 1, "uuuu-MM"),
            new Step(ChronoUnit.MONTHS, 3, "uuuu-MM"),
            new Step(ChronoUnit.YEARS, 1, "uuuu"),
            new Step(ChronoUnit.YEARS, 5, "uuuu"),
            new Step(ChronoUnit.YEARS, 20, "uuuu"),
            new Step(ChronoUnit.YEARS, 100, "uuuu"));

    /** How often there is a tick; it says no more of the time than it is the beginning of. */
    private record Step(ChronoUnit unit, int every, String pattern) {
        ZonedDateTime firstAfter(ZonedDateTime time) {
            var day = time.truncatedTo(ChronoUnit.DAYS);
            var begun = switch (unit) {
                case MONTHS -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / every * every + 1);
                case YEARS -> day.withDayOfYear(1).withYear(day.getYear() / every * every);
                default -> day.minusDays(day.getLong(ChronoField.EPOCH_DAY) % every);
            };
            return begun.plus(every, unit);
        }
    }

    /** @param label ISO 8601, as far as it is needed */
    record Tick(String label, double at) {}

    /** From the first of the ones to the last of the others; empty where no time is between them. */
    static Optional<Scale> between(Stream<Instant> begun, Stream<Instant> ended, ZoneId zone) {
        var from = begun.min(Instant::compareTo);
        var until = ended.max(Instant::compareTo);
        return from.isPresent() && until.isPresent() && from.get().isBefore(until.get())
                ? Optional.of(new Scale(from.get(), until.get(), zone))
                : Optional.empty();
    }

    /** Before and after it is at its ends. */
    double x(Instant instant) {
        double part = (double) Duration.between(from, instant).toMillis()
                / Math.max(1, Duration.between(from, until).toMillis());
        return Math.round(LEFT + (RIGHT - LEFT) * Math.clamp(part, 0, 1));
    }

    /** At the beginnings of days, months or years, as many as can be read. */
    List<Tick> ticks() {
        return STEPS.stream()
                .map(this::ticks)
                .filter(ticks -> ticks.size() <= MOST_TICKS)
                .findFirst()
                .orElse(List.of());
    }

    private List<Tick> ticks(Step step) {
        var label = DateTimeFormatter.ofPattern(step.pattern(), Locale.ROOT);
        return Stream.iterate(
                        step.firstAfter(from.atZone(zone)),
                        time -> !time.toInstant().isAfter(until),
                        time -> time.plus(step.every(), step.unit()))
                .limit(MOST_TICKS + 1L)
                .map(time -> new Tick(label.format(time), x(time.toInstant())))
                .toList();
    }
}

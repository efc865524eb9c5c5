package org.consentledger.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Whether a contender is warm: from one stretch of 20 s to the next its application's CPU for each request falls by less than
 * 5 %. Where that takes too long it is measured as it is, and the report says so.
 */
final class WarmUp {
    private static final Duration STRETCH = Duration.ofSeconds(20);
    private static final double STILL_FALLING = 0.05;

    private final String name;
    private final Duration stretch;
    private final Instant end;
    private final List<Stretch> stretches = new ArrayList<>();
    private Instant now;

    /**
     * It has not worked yet.
     *
     * @param most the time after which no further stretch begins; where it has no room for two, they are shorter
     */
    WarmUp(String name, Duration most, Instant begin) {
        this.name = name;
        this.stretch = most.dividedBy(2).compareTo(STRETCH) < 0 ? most.dividedBy(2) : STRETCH;
        this.end = begin.plus(most);
        this.now = begin;
    }

    /** How long it works before one looks again. */
    Duration stretch() {
        return stretch;
    }

    /** It has worked for another stretch, until now. */
    void add(Stretch worked, Instant until) {
        stretches.add(worked);
        now = until;
    }

    boolean isWarm() {
        var fell = fell();
        return fell.isPresent() && fell.getAsDouble() < STILL_FALLING;
    }

    boolean isOver() {
        return isWarm() || !now.isBefore(end);
    }

    Stretch last() {
        return stretches.getLast();
    }

    private OptionalDouble fell() {
        int n = stretches.size();
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(1
                        - stretches.getLast().applicationCpuMicros()
                                / stretches.get(n - 2).applicationCpuMicros());
    }

    /** In a few words, for people. */
    String told() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %,.0f CPU µs%s",
                name,
                isWarm() ? "warm" : isOver() ? "not warm" : "warming up",
                last().applicationCpuMicros(),
                fell().isPresent() ? String.format(Locale.ROOT, " (%+.0f %%)", -fell().getAsDouble() * 100) : "");
    }

    /** For a report, which is to say of what the figures are too high; empty where all were warm. */
    static String notWarm(Collection<WarmUp> all) {
        var cold = all.stream().filter(one -> !one.isWarm()).map(WarmUp::told).collect(Collectors.joining("; "));
        return cold.isEmpty() ? "" : "; " + cold;
    }
}

package org.consentledger.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure with a goal.
 *
 * @param value null where it was not measured
 * @param unit what the figure counts; says so where the goal is the most that it may be, and not the least
 * @param met null where it was not measured
 */
record Headline(
        String id,
        double goal,
        @Nullable Double value,
        String unit,
        @Nullable Boolean met) {

    private static final double LARGE = 100;

    /** Met by the goal and by more. */
    static Headline of(String id, double goal, @Nullable Double value, String unit) {
        return new Headline(id, goal, value, unit, value == null ? null : value >= goal);
    }

    /** Met by the goal and by less. */
    static Headline atMost(String id, double goal, @Nullable Double value, String unit) {
        return new Headline(id, goal, value, unit + " (at most)", value == null ? null : value <= goal);
    }

    String verdict() {
        return met == null ? "not measured" : met ? "met" : "missed";
    }

    /** For people. */
    String line() {
        return String.format(Locale.ROOT, "%-12s %s %s, goal %s: %s", id, number(value), unit, number(goal), verdict());
    }

    /** Short, as tables hold it. */
    static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, value < LARGE ? "%.2f" : "%,.0f", value);
    }
}

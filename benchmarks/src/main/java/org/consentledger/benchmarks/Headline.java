package org.consentledger.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A figure with a goal.
 *
 * @param goal at least this
 * @param value null where it was not measured
 * @param met null where it was not measured
 */
record Headline(
        String id,
        double goal,
        @Nullable Double value,
        String unit,
        @Nullable Boolean met) {

    static Headline of(String id, double goal, @Nullable Double value, String unit) {
        return new Headline(id, goal, value, unit, value == null ? null : value >= goal);
    }

    String verdict() {
        return met == null ? "not measured" : met ? "met" : "missed";
    }
}

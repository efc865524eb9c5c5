package org.consentledger.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contender came to with that many writers, over all rounds.
 *
 * @param appendsPerSecond null where it was not measured, as are all figures that follow
 * @param productIs how many times as many appends the product made, round by round
 * @param p50Millis median over the rounds, like every single figure here
 * @param applicationCpuMicros for each append, in the process of the writers
 * @param databaseCpuMicros for each append, in all processes of PostgreSQL
 * @param othersShare of the machine's CPU, used by processes that had no part in it; from 0 to 1
 */
record Row(
        int writers,
        String contender,
        @Nullable Spread appendsPerSecond,
        @Nullable Spread productIs,
        @Nullable Double p50Millis,
        @Nullable Double p99Millis,
        @Nullable Double applicationCpuMicros,
        @Nullable Double databaseCpuMicros,
        @Nullable Spread othersShare) {

    static Row of(int writers, String contender, List<Stretch> stretches, List<Stretch> product) {
        return new Row(
                writers,
                contender,
                Spread.of(stretches, Stretch::perSecond),
                Spread.ofRatios(product, stretches, Stretch::perSecond),
                Spread.of(stretches, Stretch::p50Micros).median() / 1e3,
                Spread.of(stretches, Stretch::p99Micros).median() / 1e3,
                Spread.of(stretches, Stretch::applicationCpuMicros).median(),
                Spread.of(stretches, Stretch::databaseCpuMicros).median(),
                Spread.of(stretches, Stretch::othersShare));
    }

    static Row notMeasured(int writers, String contender) {
        return new Row(writers, contender, null, null, null, null, null, null, null);
    }
}

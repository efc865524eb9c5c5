package org.consentledger.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contender came to with that many writers or clients at once, over all rounds.
 *
 * @param perSecond what they had done: appends, requests; null where it was not measured, as are all figures that follow
 * @param productIs how many times as many the product did, round by round
 * @param p50Millis median over the rounds, like every single figure here
 * @param applicationCpuMicros for each of them, in the process that does it
 * @param databaseCpuMicros for each of them, in all processes of PostgreSQL
 * @param othersShare of the machine's CPU, used by processes that had no part in it; from 0 to 1
 */
record Row(
        int atOnce,
        String contender,
        @Nullable Spread perSecond,
        @Nullable Spread productIs,
        @Nullable Double p50Millis,
        @Nullable Double p99Millis,
        @Nullable Double applicationCpuMicros,
        @Nullable Double databaseCpuMicros,
        @Nullable Spread othersShare) {

    static Row of(int atOnce, String contender, List<Stretch> stretches, List<Stretch> product) {
        return new Row(
                atOnce,
                contender,
                Spread.of(stretches, Stretch::perSecond),
                Spread.ofRatios(product, stretches, Stretch::perSecond),
                Spread.of(stretches, Stretch::p50Micros).median() / 1e3,
                Spread.of(stretches, Stretch::p99Micros).median() / 1e3,
                Spread.of(stretches, Stretch::applicationCpuMicros).median(),
                Spread.of(stretches, Stretch::databaseCpuMicros).median(),
                Spread.of(stretches, Stretch::othersShare));
    }

    static Row notMeasured(int atOnce, String contender) {
        return new Row(atOnce, contender, null, null, null, null, null, null, null);
    }
}

package org.consentledger.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What one contender did in one stretch of time.
 *
 * @param perSecond what they had done: appends, requests
 * @param p50Micros half of them took no longer
 * @param p99Micros 99 of 100 took no longer
 * @param applicationCpuMicros for each of them
 * @param databaseCpuMicros for each of them
 * @param othersShare of the machine's CPU, used by processes that had no part in it; from 0 to 1
 */
record Stretch(
        double perSecond,
        long p50Micros,
        long p99Micros,
        double applicationCpuMicros,
        double databaseCpuMicros,
        double othersShare) {

    static Stretch of(List<Completion> completions, CpuReading before, CpuReading after, double machineShare) {
        long from = micros(before.at());
        long until = micros(after.at());
        long[] took = completions.stream()
                .filter(completion -> completion.at() > from && completion.at() <= until)
                .mapToLong(Completion::took)
                .sorted()
                .toArray();
        if (took.length == 0) {
            throw new IllegalStateException("nothing was done in the time measured");
        }
        var application = after.applicationSince(before);
        var database = after.databaseSince(before);
        double seconds = (until - from) / 1e6;
        double ours = inMicros(application.plus(database).plus(after.loadSince(before))) / 1e6 / seconds / cores();
        return new Stretch(
                took.length / seconds,
                took[took.length / 2],
                took[(int) (took.length * 0.99)],
                inMicros(application) / took.length,
                inMicros(database) / took.length,
                Math.max(0, machineShare - ours));
    }

    private static double inMicros(Duration time) {
        return time.toNanos() / 1e3;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}

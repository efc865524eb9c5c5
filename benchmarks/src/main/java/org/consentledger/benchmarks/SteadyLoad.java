package org.consentledger.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks at a steady rate, whether or not the answers keep up. A question's time counts from when it was due, so that a
 * pause of the answering side is felt by all who would have asked meanwhile.
 */
final class SteadyLoad {
    private static final double MEDIAN = 0.5;
    private static final double ALL_BUT_ONE_IN_A_HUNDRED = 0.99;
    private static final double NANOS = 1e6;

    private SteadyLoad() {}

    /**
     * Times in milliseconds.
     *
     * @param failed the questions that got no proper answer
     * @param failure of the first of them
     */
    record Times(
            double p50,
            double p99,
            double most,
            int asked,
            int failed,
            @Nullable RuntimeException failure) {}

    /** @param question takes the number of the question and throws where the answer is not as it should be */
    static Times run(int perSecond, Duration time, LongConsumer question) throws InterruptedException {
        int questions = Math.toIntExact(perSecond * time.toSeconds());
        var nanos = new long[questions];
        var failed = new AtomicInteger();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < questions; i++) {
                int number = i;
                long due = start + step * i;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> {
                    try {
                        question.accept(number);
                    } catch (RuntimeException e) {
                        failed.incrementAndGet();
                        failure.compareAndSet(null, e);
                    }
                    nanos[number] = System.nanoTime() - due;
                });
            }
        }
        Arrays.sort(nanos);
        return new Times(
                at(nanos, MEDIAN),
                at(nanos, ALL_BUT_ONE_IN_A_HUNDRED),
                nanos[questions - 1] / NANOS,
                questions,
                failed.get(),
                failure.get());
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / NANOS;
    }
}

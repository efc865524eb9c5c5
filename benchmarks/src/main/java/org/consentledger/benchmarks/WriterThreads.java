package org.consentledger.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Writers, or clients of another process, that are threads of this one. */
final class WriterThreads implements Load {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final ProcessHandle process;
    private final long epochMicros;
    private final long nanosThen = System.nanoTime();
    private final List<Thread> threads = new ArrayList<>();
    private final List<List<Completion>> completions = new ArrayList<>();
    private final CountDownLatch begun;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile boolean ending;

    /**
     * @param process that is measured, this one or the one whose clients they are
     * @param work what a writer of that name does again and again: each time one thing, until it is done
     */
    WriterThreads(int writers, InstantSource clock, ProcessHandle process, Function<String, Runnable> work) {
        this.process = process;
        this.begun = new CountDownLatch(writers);
        this.epochMicros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        for (int i = 0; i < writers; i++) {
            var doing = work.apply("w" + STARTED.incrementAndGet());
            var mine = new ArrayList<Completion>();
            completions.add(mine);
            threads.add(Thread.ofPlatform().name("writer-" + i).start(() -> write(doing, mine)));
        }
    }

    private void write(Runnable work, List<Completion> mine) {
        try {
            while (!ending) {
                long began = System.nanoTime();
                work.run();
                long ended = System.nanoTime();
                mine.add(new Completion(epochMicros + (ended - nanosThen) / 1_000, (ended - began) / 1_000));
                if (mine.size() == 1) {
                    begun.countDown();
                }
            }
        } catch (RuntimeException | Error e) {
            failure.completeExceptionally(e);
            begun.countDown();
        }
    }

    @Override
    public ProcessHandle process() {
        return process;
    }

    /** The time counts from when each of them has done it once. */
    @Override
    public void workFor(Duration time) throws InterruptedException {
        try {
            begun.await();
            failure.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // They all worked on.
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer failed", e);
        }
    }

    @Override
    public List<Completion> end() throws InterruptedException {
        ending = true;
        for (var thread : threads) {
            thread.join();
        }
        return completions.stream().flatMap(List::stream).toList();
    }
}

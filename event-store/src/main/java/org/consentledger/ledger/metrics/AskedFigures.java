package org.consentledger.ledger.metrics;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for figures, one after the other. A database that is gone has each question wait for a connection, and
 * whoever reads all figures would wait for all of them: he waits for the first, and until that one has come back nothing else
 * is asked, and no figure is a number. None is ever an old one.
 */
public final class AskedFigures implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-figures").daemon().factory());
    private final Duration limit;
    private volatile @Nullable Future<Number> late;

    /** @param limit how long whoever reads a figure waits for it, and for those that were asked before it */
    public AskedFigures(Duration limit) {
        this.limit = limit;
    }

    /** A figure that is not a number where it does not come in time; it throws what the question throws. */
    public Supplier<Number> inTime(Supplier<? extends Number> question) {
        return () -> ask(question);
    }

    /** Whether a figure comes in time. */
    boolean isAnswered(Supplier<? extends Number> question) {
        try {
            return !Double.isNaN(ask(question).doubleValue());
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private Number ask(Supplier<? extends Number> question) {
        var before = late;
        if (before != null && !before.isDone()) {
            return Double.NaN;
        }
        Future<Number> asked = thread.submit(question::get);
        try {
            return asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            late = asked;
            return Double.NaN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a figure could not be read", e.getCause());
        }
    }

    /** Does not wait for a question that has not come back. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}

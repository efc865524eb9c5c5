package org.consentledger.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger on a thread of its own while what was read before is written. What somebody will look into is there
 * ready-made; all else is never unpacked.
 */
final class LeavesAhead implements AutoCloseable {
    private static final int MOST = 2_000;
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final Predicate<EventMessage<?>> lookedInto;
    private final BlockingQueue<TrackedEventMessage<?>> read = new ArrayBlockingQueue<>(MOST);
    private final Thread thread =
            Thread.ofPlatform().name("rebuilding-reads").daemon().unstarted(this::readOn);
    private volatile @Nullable RuntimeException failure;

    LeavesAhead(BlockingStream<TrackedEventMessage<?>> stream, Predicate<EventMessage<?>> lookedInto) {
        this.stream = stream;
        this.lookedInto = lookedInto;
        thread.start();
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TrackedEventMessage<?> next = stream.nextAvailable();
                if (lookedInto.test(next)) {
                    next.getPayload();
                }
                read.put(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /**
     * The leaves that follow, at least one.
     *
     * @throws IllegalStateException where none comes, and with what the reading failed with, if it did
     */
    List<TrackedEventMessage<?>> next(int most) {
        try {
            var events = new ArrayList<TrackedEventMessage<?>>(most);
            int silent = 0;
            while (events.size() < most && silent < (events.isEmpty() ? PATIENCE_SECONDS : 1)) {
                var next = read.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    events.add(next);
                    read.drainTo(events, most - events.size());
                } else {
                    silent = thread.isAlive() ? silent + 1 : PATIENCE_SECONDS;
                }
            }
            if (events.isEmpty()) {
                throw new IllegalStateException("the ledger's leaves do not come", failure);
            }
            return events;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        stream.close();
    }
}

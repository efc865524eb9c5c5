package org.consentledger.ledger.store;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.consentledger.ledger.append.Head;
import org.jspecify.annotations.Nullable;

/** The ledger read by leaf index: every event once, in order, no gaps and no time-outs. For one reader at a time. */
final class LedgerEventStream implements TrackingEventStream {
    private final RecentEvents events;
    private final Head head;
    private final Queue<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private long next;
    private long awaited;
    private @Nullable Runnable listener;
    private volatile boolean closed;

    LedgerEventStream(RecentEvents events, Head head, long first) {
        this.events = events;
        this.head = head;
        this.next = first;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(read.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        while (!closed) {
            if (fill()) {
                return true;
            }
            if (!head.awaitBeyond(awaited, timeout, unit)) {
                return false;
            }
        }
        return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
        }
        return read.remove();
    }

    /**
     * Reads on where nothing is left. A database that came back without its last commits holds less than was heard of: then
     * what is waited for is more than that, or the end of the time, after which it is looked for again. A page whose events
     * an upcaster all dropped is followed by the next one.
     */
    private boolean fill() {
        while (read.isEmpty()) {
            awaited = next;
            long heard = head.size();
            if (heard <= next) {
                return false;
            }
            var page = events.from(next);
            if (page.isEmpty()) {
                awaited = heard;
                return false;
            }
            read.addAll(page.messages());
            next = page.next();
        }
        return true;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        stopListening();
        listener = callback;
        head.addListener(callback);
        return true;
    }

    @Override
    public void close() {
        closed = true;
        stopListening();
        read.clear();
    }

    private void stopListening() {
        if (listener != null) {
            head.removeListener(listener);
        }
    }
}

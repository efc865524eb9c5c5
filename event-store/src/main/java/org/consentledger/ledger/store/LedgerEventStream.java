package org.consentledger.ledger.store;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.rows.EventRows;
import org.jspecify.annotations.Nullable;

/** The ledger read by leaf index: every event once, in order, no gaps and no time-outs. For one reader at a time. */
final class LedgerEventStream implements TrackingEventStream {
    private final EventRows events;
    private final Head head;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final Queue<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private long next;
    private @Nullable Runnable listener;
    private volatile boolean closed;

    LedgerEventStream(EventRows events, Head head, Serializer serializer, EventUpcaster upcasters, long first) {
        this.events = events;
        this.head = head;
        this.serializer = serializer;
        this.upcasters = upcasters;
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
            if (!head.awaitBeyond(next, timeout, unit)) {
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

    /** Reads on where nothing is left; a page whose events an upcaster all dropped is followed by the next one. */
    private boolean fill() {
        while (read.isEmpty() && head.size() > next) {
            var page = events.from(next, EventRows.PAGE);
            if (page.isEmpty()) {
                return false;
            }
            EventUtils.upcastAndDeserializeTrackedEvents(page.stream(), serializer, upcasters)
                    .forEach(read::add);
            next = page.getLast().position() + 1;
        }
        return !read.isEmpty();
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

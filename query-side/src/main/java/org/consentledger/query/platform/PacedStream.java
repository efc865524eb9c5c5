package org.consentledger.query.platform;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out no more events than there is room for, and tells at once when there is room again. Without it Axon's processor
 * counts its whole queue before each event that it puts there, and sleeps 100 ms where it finds 1,024.
 */
final class PacedStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> events;
    private final Room room;
    private final long after;

    private PacedStream(BlockingStream<TrackedEventMessage<?>> events, Room room, long after) {
        this.events = events;
        this.room = room;
        this.after = after;
    }

    /** The events of a source as there is room for them. */
    static StreamableMessageSource<TrackedEventMessage<?>> of(
            StreamableMessageSource<TrackedEventMessage<?>> source, Room room) {
        return token -> new PacedStream(source.openStream(token), room, position(token));
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return events.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return room.isThere() && events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        var next = events.nextAvailable();
        room.handed(Leaf.position(next));
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        room.beginAfter(after, callback);
        return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
        events.close();
    }
}

package org.consentledger.query.platform;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out no more events than there is room for, at the projection's pace, and tells at once when there is room again.
 * Without it Axon's processor counts its whole queue before each event that it puts there, and sleeps 100 ms where it finds
 * 1,024.
 */
final class PacedStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> events;
    private final Room room;
    private final Pace pace;
    private final long after;
    private @Nullable Runnable reader;

    private PacedStream(BlockingStream<TrackedEventMessage<?>> events, Room room, Pace pace, long after) {
        this.events = events;
        this.room = room;
        this.pace = pace;
        this.after = after;
    }

    /** The events of a source as there is room for them. */
    static StreamableMessageSource<TrackedEventMessage<?>> of(
            StreamableMessageSource<TrackedEventMessage<?>> source, Room room, Pace pace) {
        return token -> new PacedStream(source.openStream(token), room, pace, position(token));
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
        if (!room.isThere() || pace.rests()) {
            return false;
        }
        boolean available = events.hasNextAvailable(timeout, unit);
        if (!available) {
            pace.drained();
        }
        return available;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        var next = events.nextAvailable();
        room.handed(Leaf.position(next));
        pace.handed();
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        room.beginAfter(after, callback);
        pace.begin(callback);
        reader = callback;
        return events.setOnAvailableCallback(pace::news);
    }

    @Override
    public void close() {
        if (reader != null) {
            pace.end(reader);
        }
        events.close();
    }
}

package org.consentledger.command.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param result what its handler answered; {@code null} where it answers nothing, and for a repeated request
 * @param events what the ledger holds because of it, in its order; where nothing had to change, the event that says it
 *     already
 * @param replayed whether an earlier request with the same key had done it already
 */
public record Written(@Nullable Object result, List<WrittenEvent> events, boolean replayed) {
    public Written {
        events = List.copyOf(events);
    }

    /** The last event. */
    public WrittenEvent last() {
        return events.getLast();
    }

    /** The result, of a command whose handler always answers one. */
    public <R> R result(Class<R> type) {
        if (result == null) {
            throw new IllegalStateException("the handler answered nothing");
        }
        return type.cast(result);
    }
}

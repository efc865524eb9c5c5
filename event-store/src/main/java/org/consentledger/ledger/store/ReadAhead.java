package org.consentledger.ledger.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.ledger.append.Appending;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.rows.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Streams that were read before the units of work that ask for them, since many are read by one question in less time
 * than each by its own. The units of work that are given it come one after the other, and it follows what they append.
 * What others have appended meanwhile it does not know: that the appender finds, and who is refused decides again
 * without it.
 */
public final class ReadAhead {
    private static final String RESOURCE = ReadAhead.class.getName();

    private final Map<String, End> streams = new HashMap<>();

    /** A stream from a sequence number on. */
    private record End(long first, List<StoredEvent> events) {
        long next() {
            return first + events.size();
        }

        Stream<StoredEvent> from(long sequence) {
            return events.stream().filter(event -> event.seq() >= sequence);
        }

        End with(StoredEvent event) {
            return new End(
                    first, Stream.concat(events.stream(), Stream.of(event)).toList());
        }
    }

    /** Takes all that a stream holds from a sequence number on. */
    public void add(String aggregateId, long first, List<StoredEvent> events) {
        streams.put(aggregateId, new End(first, List.copyOf(events)));
    }

    /** Has a unit of work read from it. */
    public void giveTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    /** Forgets all streams; who asks then reads the ledger. */
    public void forget() {
        streams.clear();
    }

    /** The one that the current unit of work was given; an empty one where it was given none. */
    static ReadAhead current() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrDefaultResource(RESOURCE, new ReadAhead())
                : new ReadAhead();
    }

    /** What the stream holds from a sequence number on; {@code null} where that was not read. */
    @Nullable
    Stream<StoredEvent> events(String aggregateId, long first) {
        var end = streams.get(aggregateId);
        return end == null || first < end.first() ? null : end.from(first);
    }

    void appended(List<EventToAppend> events, Appending appending) {
        if (appending.place() == null) {
            forget();
            return;
        }
        long position = appending.firstPosition();
        for (var event : events) {
            var stored = event.storedAt(position++, appending.recordedAt());
            streams.computeIfPresent(
                    stored.aggregateId(), (_, end) -> end.next() == stored.seq() ? end.with(stored) : null);
        }
    }
}

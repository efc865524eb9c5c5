package org.consentledger.ledger.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Beginnings of long streams, so that a command about a customer with a long history reads and unpacks what has come since
 * and not all of it again.
 *
 * <p>Events never change and none is ever put between two others, so what was once the beginning of a stream stays one,
 * whoever appends in whatever process; all after it is read from the ledger each time. What could name a person is closed
 * in the events that are kept, as in every event that is read.
 */
final class LongStreams {
    /** What is shorter is read with one question, and one is asked anyway. */
    private static final int LONG = 64;

    private final int most;
    private final LinkedHashMap<String, List<DomainEventMessage<?>>> beginnings = new LinkedHashMap<>(16, 0.75f, true);
    private int events;

    /** @param most events that are kept, of all streams; those of the stream that was not asked for longest go first */
    LongStreams(int most) {
        this.most = most;
    }

    /**
     * A whole stream.
     *
     * @param ledger reads it from a sequence number on
     */
    DomainEventStream read(String aggregateId, LongFunction<DomainEventStream> ledger) {
        var beginning = beginning(aggregateId);
        long next = beginning.isEmpty() ? 0 : beginning.getLast().getSequenceNumber() + 1;
        return DomainEventStream.concat(
                DomainEventStream.of(beginning.stream()), new Noted(aggregateId, beginning, ledger.apply(next)));
    }

    private synchronized List<DomainEventMessage<?>> beginning(String aggregateId) {
        return beginnings.getOrDefault(aggregateId, List.of());
    }

    private synchronized void keep(String aggregateId, List<DomainEventMessage<?>> beginning) {
        var before = beginnings.put(aggregateId, beginning);
        events += beginning.size() - (before == null ? 0 : before.size());
        var oldest = beginnings.entrySet().iterator();
        while (events > most) {
            events -= oldest.next().getValue().size();
            oldest.remove();
        }
    }

    /** What is kept of an event is what it says, not the bytes that it was read from. */
    private static DomainEventMessage<?> unpacked(DomainEventMessage<?> event) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData(),
                event.getIdentifier(),
                event.getTimestamp());
    }

    /** Notes what is read, and keeps it where it was read to the end and is much. */
    private final class Noted implements DomainEventStream {
        private final String aggregateId;
        private final List<DomainEventMessage<?>> beginning;
        private final DomainEventStream rest;
        private @Nullable List<DomainEventMessage<?>> noted = new ArrayList<>();

        private Noted(String aggregateId, List<DomainEventMessage<?>> beginning, DomainEventStream rest) {
            this.aggregateId = aggregateId;
            this.beginning = beginning;
            this.rest = rest;
        }

        @Override
        public DomainEventMessage<?> peek() {
            return rest.peek();
        }

        @Override
        public boolean hasNext() {
            boolean more = rest.hasNext();
            if (!more && noted != null) {
                end(noted);
                noted = null;
            }
            return more;
        }

        @Override
        public DomainEventMessage<?> next() {
            var event = rest.next();
            if (noted != null && beginning.size() + noted.size() >= most) {
                noted = null;
            }
            if (noted != null) {
                noted.add(event);
            }
            return event;
        }

        @Override
        public @Nullable Long getLastSequenceNumber() {
            return rest.getLastSequenceNumber();
        }

        private void end(List<DomainEventMessage<?>> read) {
            if (read.size() >= LONG) {
                var longer = new ArrayList<>(beginning);
                read.forEach(event -> longer.add(unpacked(event)));
                keep(aggregateId, List.copyOf(longer));
            }
        }
    }
}

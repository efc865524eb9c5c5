package org.consentledger.ledger.reading;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.EventMapper;
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.NoMasterKeys;
import org.consentledger.ledger.personal.SealedForm;
import org.consentledger.ledger.rows.EventCriteria;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.EventSearch;
import org.consentledger.ledger.rows.LedgerDamaged;
import org.consentledger.ledger.rows.StoredEvent;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads the ledger itself, for those who must not wait for a projection. Events come through the upcasters, and closed:
 * what could name a person is {@code null}, but for {@link #opened}.
 */
public final class LedgerReader {
    private final DataSource dataSource;
    private final EventRows events;
    private final DataKeys dataKeys;
    private final SealedForm sealedForm;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public LedgerReader(
            DataSource dataSource,
            EventRows events,
            DataKeys dataKeys,
            SealedForm sealedForm,
            Serializer serializer,
            EventUpcaster upcasters) {
        this.dataSource = dataSource;
        this.events = events;
        this.dataKeys = dataKeys;
        this.sealedForm = sealedForm;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** That of the ledger in this database, for a process without Axon and without keys: it opens nothing. */
    public static LedgerReader closed(DataSource dataSource) {
        var events = EventMapper.create();
        return new LedgerReader(
                dataSource,
                new EventRows(dataSource),
                new DataKeys(dataSource, new NoMasterKeys(), events),
                new SealedForm(events),
                new EventSerializer(events),
                new EventUpcasterChain());
    }

    /** How many leaves the ledger holds now. */
    public long size() {
        return events.size();
    }

    public Optional<RecordedEvent> event(long position) {
        return read(events.at(position).stream()).findFirst();
    }

    /**
     * The event at a position as projections are handed it, which nobody has unpacked yet; empty where the upcasters drop it.
     *
     * @throws LedgerDamaged where it is missing
     */
    public Optional<TrackedEventMessage<?>> message(long position) {
        var stored = events.at(position)
                .orElseThrow(() -> new LedgerDamaged("the event at position " + position + " is missing"));
        return messages(Stream.of(stored)).findFirst();
    }

    public Optional<RecordedEvent> event(UUID eventId) {
        return read(events.withId(eventId).stream()).findFirst();
    }

    /** The events of an aggregate from {@code firstSeq} on, in order; read page by page as they are consumed. */
    public Stream<RecordedEvent> ofAggregate(String aggregateId, long firstSeq) {
        return read(events.ofAggregate(aggregateId, firstSeq));
    }

    /** The events of a type that is rare, from a position on and before another; it reads all that is stored there. */
    public <E> Stream<E> ofType(Class<E> event, long from, long until) {
        return read(events.ofType(EventTypes.of(event).name(), from, until).stream())
                .map(recorded -> event.cast(recorded.payload()));
    }

    /** The last sequence number of an aggregate; empty where it has no event. */
    public Optional<Long> lastSeq(String aggregateId) {
        return events.lastSeq(aggregateId);
    }

    /**
     * The events from a position on, at most {@code limit} and never more than 500.
     *
     * @throws LedgerDamaged where one is missing
     */
    public List<RecordedEvent> from(long position, int limit) {
        return read(events.from(position, limit).stream()).toList();
    }

    /**
     * The events at these positions, in the order of the ledger, with what could name a person: {@code null} only where
     * its key was destroyed. For answers to somebody who asked; never for what is kept.
     *
     * @param positions at most 500
     * @throws org.consentledger.ledger.personal.SealBroken where anything does not open as it was sealed
     * @throws org.consentledger.ledger.personal.MasterKeyMissing where this process has no master key for it
     */
    public List<RecordedEvent> opened(Collection<Long> positions) {
        var stored = events.at(positions);
        var kids = new HashSet<String>();
        stored.stream()
                .filter(LedgerReader::mayBeSealed)
                .forEach(event -> kids.addAll(sealedForm.kids(event.payload())));
        var keys = dataKeys.named(kids);
        return read(stored.stream().map(event -> mayBeSealed(event) ? open(event, keys) : event))
                .toList();
    }

    /** A past revision of an event, whose class is gone, is looked through as well. */
    private static boolean mayBeSealed(StoredEvent event) {
        var type = EventTypes.named(event.payloadType());
        return type == null || AboutCustomer.class.isAssignableFrom(type);
    }

    private StoredEvent open(StoredEvent event, Map<String, Optional<DataKey>> keys) {
        return event.withPayload(sealedForm.open(
                event.payload(),
                event.payloadType(),
                event.payloadRevision(),
                kid -> keys.getOrDefault(kid, Optional.empty()).orElse(null)));
    }

    /** Position of the first such event from there on; it reads all that is stored there. */
    public OptionalLong first(EventCriteria criteria, long from) {
        try (var connection = dataSource.getConnection()) {
            return EventSearch.first(connection, criteria, from);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the events could not be searched", e);
        }
    }

    /** Events whose bytes somebody has read, closed and in their present revision. */
    public List<RecordedEvent> read(Collection<EventBytes> stored) {
        return read(stored.stream().map(StoredEvent::ofBytes)).toList();
    }

    private Stream<RecordedEvent> read(Stream<StoredEvent> rows) {
        return messages(rows).map(NotOfThisRelease::requireKnown).map(LedgerReader::recorded);
    }

    private Stream<TrackedEventMessage<?>> messages(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows, serializer, upcasters);
    }

    private static RecordedEvent recorded(TrackedEventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event
                && message.trackingToken() instanceof GlobalSequenceTrackingToken token) {
            return new RecordedEvent(
                    token.getGlobalIndex(),
                    event.getIdentifier(),
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getTimestamp(),
                    event.getPayload(),
                    texts(event.getMetaData()));
        }
        throw new IllegalStateException("every event of the ledger has an aggregate and a position");
    }

    private static Map<String, String> texts(MetaData metaData) {
        var texts = new TreeMap<String, String>();
        metaData.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }
}

package org.consentledger.ledger.reading;

import java.sql.SQLException;
import java.util.Collection;
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
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.rows.EventCriteria;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.EventSearch;
import org.consentledger.ledger.rows.StoredEvent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger itself, for those who must not wait for a projection. Events come through the upcasters. */
public final class LedgerReader {
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final EventRows events;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public LedgerReader(DataSource dataSource, EventRows events, Serializer serializer, EventUpcaster upcasters) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.events = events;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** How many leaves the ledger holds now. */
    public long size() {
        return events.size();
    }

    public Optional<RecordedEvent> event(long position) {
        return read(events.at(position).stream()).findFirst();
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
     * @throws org.consentledger.ledger.rows.LedgerDamaged where one is missing
     */
    public List<RecordedEvent> from(long position, int limit) {
        return read(events.from(position, limit).stream()).toList();
    }

    /** What was stored with this customer's idempotency key; empty where the key is free. */
    public Optional<AnsweredRequest> answered(String customerId, String key) {
        return jdbc.sql("select fingerprint, first_position, last_position from ledger.idempotency"
                        + " where customer_id = ? and key = ?")
                .param(customerId)
                .param(key)
                .query((row, _) -> new AnsweredRequest(row.getBytes(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    /** Position of the first such event from there on; it reads all that is stored there. */
    public OptionalLong first(EventCriteria criteria, long from) {
        try (var connection = dataSource.getConnection()) {
            return EventSearch.first(connection, criteria, from);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the events could not be searched", e);
        }
    }

    /** Of these claims' keys those that are stored, each as the claim that holds it; asked in one question. */
    public List<IdempotencyClaim> answered(Collection<IdempotencyClaim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select customer_id, key, fingerprint"
                        + " from unnest(?::text[], ?::text[]) claimed(customer_id, key)"
                        + " join ledger.idempotency using (customer_id, key)")
                .param(claims.stream().map(IdempotencyClaim::customerId).toArray(String[]::new))
                .param(claims.stream().map(IdempotencyClaim::key).toArray(String[]::new))
                .query((row, _) -> new IdempotencyClaim(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private Stream<RecordedEvent> read(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows, serializer, upcasters)
                .map(LedgerReader::recorded);
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

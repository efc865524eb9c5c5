package org.consentledger.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.consentledger.ledger.audit.EventBytes;

/**
 * An event as it lies in the ledger. To Axon its time stamp is {@code recordedAt}, and its token is its position.
 *
 * @param position leaf index, from 0
 * @param seq number within its aggregate, from 0
 * @param recordedAt ledger time; UTC, microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record StoredEvent(
        long position,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long seq,
        String payloadType,
        String payloadRevision,
        byte[] payload,
        byte[] metaData,
        Instant recordedAt)
        implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

    static final String COLUMNS = "position, event_id, aggregate_type, aggregate_id, seq, payload_type,"
            + " payload_revision, payload, metadata, recorded_at";

    static StoredEvent of(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    /** The row of an event whose bytes somebody has read. */
    public static StoredEvent ofBytes(EventBytes event) {
        return new StoredEvent(
                event.position(),
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.seq(),
                event.payloadType(),
                event.payloadRevision(),
                event.payload(),
                event.metadata(),
                event.recordedAt());
    }

    /** The same without what makes it a row of Axon's. */
    public EventBytes bytes() {
        return new EventBytes(
                position,
                eventId,
                aggregateType,
                aggregateId,
                seq,
                payloadType,
                payloadRevision,
                payload,
                metaData,
                recordedAt);
    }

    /** The same event with another form of its payload. */
    public StoredEvent withPayload(byte[] other) {
        return new StoredEvent(
                position,
                eventId,
                aggregateType,
                aggregateId,
                seq,
                payloadType,
                payloadRevision,
                other,
                metaData,
                recordedAt);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getEventIdentifier() {
        return eventId.toString();
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metaData, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, payloadType, payloadRevision);
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return seq;
    }
}

package org.consentledger.ledger.append;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.ledger.rows.StoredEvent;
import org.consentledger.ledger.statement.Salt;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.tree.Hash;

/**
 * A serialized event on its way into the ledger. All that can be refused or computed without a place in the order has
 * been, on the thread of the command.
 */
public final class EventToAppend {
    private final UUID eventId;
    private final String aggregateType;
    private final String aggregateId;
    private final long seq;
    private final String payloadType;
    private final String payloadRevision;
    private final byte[] payload;
    private final byte[] metaData;
    private final Hash payloadSha256;
    private final Hash metaDataSha256;
    private final Salt salt;

    /**
     * @throws org.consentledger.ledger.statement.StatementRejected where no statement can be made about it
     */
    public EventToAppend(
            UUID eventId,
            String aggregateType,
            String aggregateId,
            long seq,
            String payloadType,
            String payloadRevision,
            byte[] payload,
            byte[] metaData,
            Salt salt) {
        this.eventId = eventId;
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.seq = seq;
        this.payloadType = payloadType;
        this.payloadRevision = payloadRevision;
        this.payload = payload.clone();
        this.metaData = metaData.clone();
        this.payloadSha256 = Hash.sha256(payload);
        this.metaDataSha256 = Hash.sha256(metaData);
        this.salt = salt;
        statement(Instant.EPOCH);
    }

    public UUID eventId() {
        return eventId;
    }

    String aggregateType() {
        return aggregateType;
    }

    String aggregateId() {
        return aggregateId;
    }

    long seq() {
        return seq;
    }

    String payloadType() {
        return payloadType;
    }

    String payloadRevision() {
        return payloadRevision;
    }

    /** Not a copy; nobody writes to it. */
    byte[] payload() {
        return payload;
    }

    /** Not a copy; nobody writes to it. */
    byte[] metaData() {
        return metaData;
    }

    public Salt salt() {
        return salt;
    }

    /** The row that it has become. */
    public StoredEvent storedAt(long position, Instant recordedAt) {
        return new StoredEvent(
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

    /** What the ledger states about it, once it is recorded at that time. */
    public Statement statement(Instant recordedAt) {
        return new Statement(
                aggregateId,
                eventId,
                metaDataSha256,
                payloadRevision,
                payloadSha256,
                payloadType,
                recordedAt,
                salt,
                seq,
                aggregateType);
    }
}

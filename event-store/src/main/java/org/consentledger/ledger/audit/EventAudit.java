package org.consentledger.ledger.audit;

import java.time.Instant;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.statement.StatementRejected;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/** Holds each event, in the order of the ledger, against the statement made when it was recorded. */
public final class EventAudit {
    private final Findings findings;
    private Instant newest = Instant.MIN;

    public EventAudit(Findings findings) {
        this.findings = findings;
    }

    /**
     * Holds a statement against the entry of the log that was made of it.
     *
     * @param entry as the tree has it
     * @return the statement; {@code null} where it cannot be read
     */
    public @Nullable Statement statement(long position, byte[] canonical, LeafEntry entry) {
        return read(position, canonical, entry, Hash.sha256(canonical).equals(entry.statementSha256()));
    }

    /**
     * Holds a statement against a leaf's hash.
     *
     * @param entry as it follows from what is stored now
     * @param leaf as the tree has it
     * @return the statement; {@code null} where it cannot be read
     */
    public @Nullable Statement statement(long position, byte[] canonical, LeafEntry entry, Hash leaf) {
        return read(position, canonical, entry, entry.leafHash().equals(leaf));
    }

    private @Nullable Statement read(long position, byte[] canonical, LeafEntry entry, boolean recorded) {
        if (!recorded) {
            findings.add(
                    Damage.STATEMENT_REWRITTEN, position, "the statement is not the one that the tree has the hash of");
        }
        var statement = read(position, canonical);
        if (recorded && statement != null && !statement.eventId().equals(entry.eventId())) {
            findings.add(
                    Damage.OTHER_EVENT,
                    position,
                    "the entry of the log names event " + entry.eventId() + ", its statement " + statement.eventId());
        }
        return statement;
    }

    @Nullable
    Statement read(long position, byte[] canonical) {
        try {
            return Statement.parse(canonical);
        } catch (StatementRejected e) {
            findings.add(Damage.STATEMENT_REWRITTEN, position, "the statement cannot be read: " + e.getMessage());
            return null;
        }
    }

    /** Holds an event against its statement; of one that is quite another, nothing further is said. */
    public void event(EventBytes event, Statement recorded) {
        long position = event.position();
        if (!event.eventId().equals(recorded.eventId())) {
            findings.add(
                    Damage.OTHER_EVENT,
                    position,
                    "event " + event.eventId() + " stands here, recorded was " + recorded.eventId());
            return;
        }
        var payload = Hash.sha256(event.payload());
        if (!payload.equals(recorded.payloadSha256())) {
            findings.addPayload(position, recorded.payloadSha256(), payload);
        }
        if (!Hash.sha256(event.metadata()).equals(recorded.metaDataSha256())) {
            findings.add(Damage.METADATA_CHANGED, position, "the metadata are not those recorded");
        }
        compare(Damage.TIME_CHANGED, position, "recordedAt", event.recordedAt(), recorded.recordedAt());
        compare(Damage.AGGREGATE_RENAMED, position, "aggregateId", event.aggregateId(), recorded.aggregateId());
        compare(Damage.SEQUENCE_MOVED, position, "seq", event.seq(), recorded.seq());
        compare(Damage.TYPE_CHANGED, position, "aggregateType", event.aggregateType(), recorded.type());
        compare(Damage.TYPE_CHANGED, position, "payloadType", event.payloadType(), recorded.payloadType());
        compare(Damage.TYPE_CHANGED, position, "payloadRevision", event.payloadRevision(), recorded.payloadRevision());
        order(position, recorded.recordedAt());
    }

    /**
     * Holds an event's time against that of the one before; all of an event with which nothing else can be amiss.
     *
     * @param recordedAt as its statement has it
     */
    public void order(long position, Instant recordedAt) {
        if (recordedAt.isBefore(newest)) {
            findings.add(Damage.TIME_DECREASES, position, recordedAt + " comes after " + newest);
        }
        newest = recordedAt;
    }

    private void compare(Damage damage, long position, String name, Object found, Object recorded) {
        if (!found.equals(recorded)) {
            findings.add(damage, position, name + " is " + found + ", recorded was " + recorded);
        }
    }
}

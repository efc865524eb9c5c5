package org.consentledger.ledger.rows;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last snapshot of each aggregate: a cache, never a fact, so a lost or older one only costs time. */
public final class SnapshotRows {
    /** A snapshot was never appended, so it has no position. */
    private static final long NO_POSITION = -1;

    private final JdbcClient jdbc;

    public SnapshotRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps it unless a later one is there. */
    public void put(
            String aggregateType,
            String aggregateId,
            long seq,
            UUID eventId,
            String payloadType,
            String payloadRevision,
            byte[] payload,
            byte[] metaData) {
        jdbc.sql("""
                insert into ledger.snapshot as s values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                on conflict (aggregate_id) do update set seq = excluded.seq, event_id = excluded.event_id,
                    payload_type = excluded.payload_type, payload_revision = excluded.payload_revision,
                    payload = excluded.payload, metadata = excluded.metadata, taken_at = excluded.taken_at
                where s.seq < excluded.seq""")
                .param(aggregateId)
                .param(aggregateType)
                .param(seq)
                .param(eventId)
                .param(payloadType)
                .param(payloadRevision)
                .param(payload)
                .param(metaData)
                .update();
    }

    public Optional<StoredEvent> last(String aggregateId) {
        return jdbc.sql("""
                select ?::bigint, event_id, aggregate_type, aggregate_id, seq, payload_type, payload_revision, payload,
                    metadata, taken_at
                from ledger.snapshot where aggregate_id = ?""")
                .param(NO_POSITION)
                .param(aggregateId)
                .query(StoredEvent::of)
                .optional();
    }
}

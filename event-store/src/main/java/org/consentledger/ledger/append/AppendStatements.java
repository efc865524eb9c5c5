package org.consentledger.ledger.append;

import org.consentledger.ledger.rows.AppendLock;

/** The three statements of an append; each is one round trip. */
final class AppendStatements {
    /**
     * The tree row after the locks, each a statement of its own: a statement sees what was committed when it began.
     * The time of a group is later than that of the one before, so a group is also a prefix by time.
     */
    static final String LOCK_TREE = "set local lock_timeout = '10s';"
            + AppendLock.EXCLUSIVE + ";"
            + "select size, root, greatest(clock_timestamp(), recorded_at + interval '1 microsecond')"
            + " from ledger.tree for update";

    /** Heads of aggregates as (id, null, seq); taken idempotency keys as (customer, key, null). */
    static final String READ_HEADS_AND_KEYS = """
            select a.id, null, head.seq
            from unnest(?::text[]) a(id)
            cross join lateral (
                select seq from ledger.event where aggregate_id = a.id order by seq desc limit 1) head
            union all
            select claimed.customer_id, claimed.key, null
            from unnest(?::text[], ?::text[]) claimed(customer_id, key)
            join ledger.idempotency using (customer_id, key)""";

    /** Everything of a group. */
    static final String INSERT = """
            with events as (
                insert into ledger.event (position, event_id, aggregate_type, aggregate_id, seq, payload_type,
                    payload_revision, payload, metadata, recorded_at)
                select e.*, ?::timestamptz from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[],
                    ?::text[], ?::text[], ?::bytea[], ?::bytea[]) e
            ), leaves as (
                insert into ledger.leaf (position, event_id, hash, statement)
                select * from unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[])
            ), tiles as (
                insert into ledger.tile (level, index, hash)
                select * from unnest(?::int[], ?::bigint[], ?::bytea[])
            ), keys as (
                insert into ledger.idempotency (customer_id, key, fingerprint, first_position, last_position)
                select * from unnest(?::text[], ?::text[], ?::bytea[], ?::bigint[], ?::bigint[])
            )
            update ledger.tree set size = ?, root = ?, recorded_at = ?""";

    private AppendStatements() {}
}

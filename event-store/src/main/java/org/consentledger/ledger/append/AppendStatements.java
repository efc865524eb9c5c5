package org.consentledger.ledger.append;

import org.consentledger.ledger.rows.AppendLock;

/** The statements of an append, two of them but for an erasure; each is one round trip. */
final class AppendStatements {
    /**
     * The locks, the tree row, and then what is held, each a statement of its own: a statement sees what was committed
     * when it began. The time of a group is later than that of the one before, so a group is also a prefix by time.
     *
     * <p>What is held: heads of aggregates as (id, null, seq, null), taken idempotency keys as (customer, key, null,
     * null), the last data keys of customers as (customer, '', version, commitment), the last epoch as (null, null,
     * epoch, null).
     *
     * <p>All is planned once for groups of any size; left alone, the planner would plan each anew, in more time than the
     * statements then take.
     *
     * <p>A process that stands still, or whose network has gone, while it has the lock must not keep all others from
     * appending: PostgreSQL rolls it back.
     */
    static final String LOCK_AND_READ = "select set_config('lock_timeout', '10s', true),"
            + " set_config('idle_in_transaction_session_timeout', '5s', true),"
            + " set_config('plan_cache_mode', 'force_generic_plan', true);"
            + AppendLock.EXCLUSIVE + """
            ;
            select size, root, greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
            from ledger.tree for update;
            select a.id, null, head.seq, null
            from unnest(?::text[]) a(id)
            cross join lateral (
                select seq from ledger.event where aggregate_id = a.id order by seq desc limit 1) head
            union all
            select claimed.customer_id, claimed.key, null, null
            from unnest(?::text[], ?::text[]) claimed(customer_id, key)
            cross join lateral (
                select from ledger.idempotency i
                where i.customer_id = claimed.customer_id and i.key = claimed.key limit 1) taken
            union all
            select c.id, '', last.version, case when last.destroyed_at is null then last.commitment end
            from unnest(?::text[]) c(id)
            cross join lateral (
                select * from ledger.data_key where customer_id = c.id order by version desc limit 1) last
            union all
            select null, null, max(epoch), null from ledger.master_epoch""";

    private static final String EVENTS = """
            with events as (
                insert into ledger.event (position, event_id, aggregate_type, aggregate_id, seq, payload_type,
                    payload_revision, payload, metadata, recorded_at)
                select e.*, ?::timestamptz from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[],
                    ?::text[], ?::text[], ?::bytea[], ?::bytea[]) e
            ), leaves as (
                insert into ledger.leaf (position, event_id, hash, statement)
                select * from unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[])
            )""";

    private static final String TILES = """
            , tiles as (
                insert into ledger.tile (level, index, hash)
                select * from unnest(?::int[], ?::bigint[], ?::bytea[])
            )""";

    private static final String KEYS = """
            , keys as (
                insert into ledger.idempotency (customer_id, key, fingerprint, key_version, first_position,
                    last_position)
                select * from unnest(?::text[], ?::text[], ?::bytea[], ?::int[], ?::bigint[], ?::bigint[])
            )""";

    private static final String DATA_KEYS = """
            , data_keys as (
                insert into ledger.data_key (customer_id, version, epoch, wrapped, commitment)
                select * from unnest(?::text[], ?::int[], ?::int[], ?::bytea[], ?::text[])
            )""";

    private static final String TREE = " update ledger.tree set size = ?, root = ?, recorded_at = ?";

    /** Everything of a group; what it has none of is left out, since opening a table costs as much as some rows. */
    static String insert(boolean tiles, boolean keys, boolean dataKeys) {
        return EVENTS + (tiles ? TILES : "") + (keys ? KEYS : "") + (dataKeys ? DATA_KEYS : "") + TREE;
    }

    /** Destroys the keys of customers, and leaves a tombstone also of one who never had any. */
    static final String ERASE = """
            with destroyed as (
                update ledger.data_key set epoch = null, wrapped = null, destroyed_at = ?
                where customer_id = any(?::text[]) and destroyed_at is null
                returning customer_id
            )
            insert into ledger.data_key (customer_id, version, destroyed_at)
            select erased.id, 1, ? from unnest(?::text[]) erased(id)
            where erased.id not in (select customer_id from destroyed)""";

    private AppendStatements() {}
}

package org.consentledger.ledger.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.tree.Hash;

/**
 * What somebody with every right in the database can do to a {@link SoundLedger}, and what an audit must say of it.
 */
public enum Tampering {
    PAYLOAD_BYTE_CHANGED(
            Damage.PAYLOAD_CHANGED,
            300,
            "update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1) where position = 300"),
    PAYLOAD_MADE_NO_TEXT(
            Damage.PAYLOAD_CHANGED,
            300,
            "update ledger.event set payload = set_byte(payload, 9, 255) where position = 300"),
    METADATA_CHANGED(
            Damage.METADATA_CHANGED,
            301,
            "update ledger.event set metadata = metadata || '\\x20'::bytea where position = 301"),
    TIME_CHANGED(
            Damage.TIME_CHANGED,
            302,
            "update ledger.event set recorded_at = recorded_at + interval '1 microsecond' where position = 302"),
    AGGREGATE_RENAMED(
            Damage.AGGREGATE_RENAMED, 303, "update ledger.event set aggregate_id = 'another' where position = 303"),
    SEQUENCE_MOVED(Damage.SEQUENCE_MOVED, 304, "update ledger.event set seq = seq + 1000 where position = 304"),
    TYPE_CHANGED(
            Damage.TYPE_CHANGED,
            305,
            "update ledger.event set payload_type = 'terms.EditionWithdrawn' where position = 305"),
    REVISION_CHANGED(Damage.TYPE_CHANGED, 306, "update ledger.event set payload_revision = '2' where position = 306"),
    AGGREGATE_TYPE_CHANGED(
            Damage.TYPE_CHANGED, 307, "update ledger.event set aggregate_type = 'Other' where position = 307"),
    EVENT_ID_CHANGED(
            Damage.OTHER_EVENT, 308, "update ledger.event set event_id = gen_random_uuid() where position = 308"),
    PAYLOADS_SWAPPED(
            Damage.PAYLOADS_SWAPPED,
            10,
            "update ledger.event e set payload = o.payload from ledger.event o"
                    + " where (e.position, o.position) in ((10, 599), (599, 10))"),
    EVENT_DELETED(Damage.EVENT_MISSING, 100, "delete from ledger.event where position = 100"),
    EVENT_ADDED(
            Damage.EVENT_INSERTED,
            600,
            "insert into ledger.event select 600, gen_random_uuid(), aggregate_type, 'another', 0, payload_type,"
                    + " payload_revision, payload, metadata, recorded_at from ledger.event where position = 599"),
    EVENT_INSERTED_BETWEEN(
            Damage.OTHER_EVENT,
            50,
            "update ledger.event set position = position + 1000 where position >= 50",
            "update ledger.event set position = position - 999 where position >= 1000",
            "insert into ledger.event select 50, gen_random_uuid(), aggregate_type, 'another', 0, payload_type,"
                    + " payload_revision, payload, metadata, recorded_at from ledger.event where position = 49"),
    EVENTS_CUT(Damage.TAIL_CUT, 590, "delete from ledger.event where position >= 590"),
    EVENTS_AND_LEAVES_CUT(
            Damage.TAIL_CUT,
            590,
            "delete from ledger.event where position >= 590",
            "delete from ledger.leaf where position >= 590"),
    CUT_AND_TREE_PUT_BACK(
            Damage.CHECKPOINT_BEYOND,
            500,
            "delete from ledger.event where position >= 500",
            "delete from ledger.leaf where position >= 500",
            "delete from ledger.tile where index >= 500 >> (8 * level)",
            "update ledger.tree set size = 500, recorded_at = (select max(recorded_at) from ledger.event), root ="
                    + " (select decode(split_part(note, E'\\n', 3), 'base64') from ledger.checkpoint where size = 500)"),
    PAYLOAD_AND_STATEMENT_REWRITTEN(Damage.STATEMENT_REWRITTEN, 400) {
        @Override
        void apply(Connection connection) throws SQLException {
            rewrite(connection, 400);
        }
    },
    LEAF_REWRITTEN_TOO(Damage.CHECKPOINT_CONTRADICTED, 400) {
        @Override
        void apply(Connection connection) throws SQLException {
            var leaf = rewrite(connection, 410);
            run(connection, "update ledger.leaf set hash = ? where position = 410", (Object) leaf.bytes());
        }
    },
    LEAF_DELETED(Damage.LEAF_MISSING, 120, "delete from ledger.leaf where position = 120"),
    LEAF_ADDED(
            Damage.LEAF_INSERTED,
            600,
            "insert into ledger.event select 600, gen_random_uuid(), aggregate_type, 'another', 0, payload_type,"
                    + " payload_revision, payload, metadata, recorded_at from ledger.event where position = 599",
            "insert into ledger.leaf select 600, gen_random_uuid(), hash, statement from ledger.leaf"
                    + " where position = 599"),
    TILE_CHANGED(
            Damage.TILE_CHANGED,
            256,
            "update ledger.tile set hash = set_byte(hash, 31, 7) where (level, index) = (1, 1)"),
    TILE_DELETED(Damage.TILE_MISSING, 256, "delete from ledger.tile where (level, index) = (1, 1)"),
    TILE_ADDED(Damage.TILE_INSERTED, 512, "insert into ledger.tile select 1, 2, hash from ledger.tile where index = 0"),
    ROOT_CHANGED(Damage.TREE_CHANGED, -1, "update ledger.tree set root = set_byte(root, 0, get_byte(root, 0) # 1)"),
    SIZE_CHANGED(Damage.TREE_CHANGED, -1, "update ledger.tree set size = 599"),
    TREE_TIME_CHANGED(Damage.TREE_CHANGED, -1, "update ledger.tree set recorded_at = recorded_at - interval '1 hour'"),
    TREE_ROW_DELETED(Damage.TREE_CHANGED, -1, "delete from ledger.tree"),
    EVENT_PUT_BELOW_THE_FIRST(
            Damage.EVENT_INSERTED,
            -1,
            "alter table ledger.event drop constraint event_position_check",
            "insert into ledger.event select -1, gen_random_uuid(), aggregate_type, 'another', 0, payload_type,"
                    + " payload_revision, payload, metadata, recorded_at from ledger.event where position = 0"),
    SIGNATURE_CHANGED(
            Damage.CHECKPOINT_NOT_SIGNED,
            -1,
            "update ledger.checkpoint set note = replace(note, E'\\n300\\n', E'\\n301\\n') where size = 300"),
    OLDER_CHECKPOINT_PUT_BACK(Damage.CHECKPOINT_PUT_BACK, 500, "delete from ledger.checkpoint where size > 500");

    private final Damage damage;
    private final long position;
    private final String sql;

    Tampering(Damage damage, long position, String... statements) {
        this.damage = damage;
        this.position = position;
        this.sql = String.join(";", statements);
    }

    /** What is to be found. */
    public Damage damage() {
        return damage;
    }

    /** Where it is to be found; -1 where it is at no leaf. */
    public long position() {
        return position;
    }

    /** Does it, as a superuser whom no trigger stops. */
    public void apply(DataSource database) throws SQLException {
        apply(database, this::apply);
    }

    /** Changes whatever this statement says, as a superuser whom no trigger stops. */
    public static void change(DataSource database, String sql) throws SQLException {
        apply(database, connection -> run(connection, sql));
    }

    @FunctionalInterface
    private interface Change {
        void apply(Connection connection) throws SQLException;
    }

    private static void apply(DataSource database, Change change) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, "set session_replication_role = replica");
            change.apply(connection);
            run(connection, "set session_replication_role = origin");
        }
    }

    void apply(Connection connection) throws SQLException {
        run(connection, sql);
    }

    /** Gives the event another payload and a statement that fits it; answers the leaf that would fit both. */
    private static Hash rewrite(Connection connection, long position) throws SQLException {
        try (var query = connection.prepareStatement(
                "select payload, statement, l.event_id from ledger.event join ledger.leaf l using (position)"
                        + " where position = ?")) {
            query.setLong(1, position);
            try (var row = query.executeQuery()) {
                row.next();
                byte[] payload = row.getBytes(1);
                payload[9] ^= 1;
                byte[] statement = of(Statement.parse(row.getBytes(2)), payload).canonical();
                run(connection, "update ledger.event set payload = ? where position = ?", payload, position);
                run(connection, "update ledger.leaf set statement = ? where position = ?", statement, position);
                return LeafEntry.of(row.getObject(3, UUID.class), statement).leafHash();
            }
        }
    }

    private static Statement of(Statement statement, byte[] payload) {
        return new Statement(
                statement.aggregateId(),
                statement.eventId(),
                statement.metaDataSha256(),
                statement.payloadRevision(),
                Hash.sha256(payload),
                statement.payloadType(),
                statement.recordedAt(),
                statement.salt(),
                statement.seq(),
                statement.type());
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}

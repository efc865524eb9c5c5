package org.consentledger.ledger.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that sees the ledger as it was when it began, however long it lasts and whatever is appended
 * meanwhile. It writes nothing, takes no lock that anybody waits for, and judges nothing: what is missing is missing.
 */
public final class LedgerScan implements AutoCloseable {
    private static final String EVENTS = "select position, event_id, aggregate_type, aggregate_id, seq, payload_type,"
            + " payload_revision, payload, metadata, recorded_at from ledger.event"
            + " where position >= ? and position < ? order by position";
    private static final String LEAVES = "select position, event_id, hash, statement from ledger.leaf"
            + " where position >= ? and position < ? order by position";
    private static final String TILES =
            "select index, hash from ledger.tile" + " where level = ? and index >= ? and index < ? order by index";

    private static final String CHECKPOINTS = "select size, number, note from ledger.checkpoint"
            + " where (size, number) > (?, ?) order by size, number limit " + Pages.ROWS;
    private static final String COSIGNATURES = "select number, vkey, checkpoint, line from ledger.cosignature"
            + " where number > ? order by number limit " + Pages.ROWS;

    private final Connection connection;

    private LedgerScan(Connection connection) {
        this.connection = connection;
    }

    /** @throws ScanFailed where the database cannot be reached */
    public static LedgerScan begin(DataSource dataSource) {
        try {
            var connection = dataSource.getConnection();
            try {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return new LedgerScan(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ScanFailed("the database cannot be reached", e);
        }
    }

    /** Turns a row into what it says. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The ledger's one row; empty where it is gone. */
    public Optional<ScannedTree> tree() {
        return query(
                        "select size, root, recorded_at from ledger.tree",
                        row -> new ScannedTree(row.getLong(1), Hash.of(row.getBytes(2)), time(row, 3)))
                .stream()
                .findFirst();
    }

    /** Positions below 0 that an event has, at most ten: where the schema is as it was made, there are none. */
    public List<Long> eventsBelow() {
        return below("ledger.event");
    }

    /** Positions below 0 that a leaf has, at most ten. */
    public List<Long> leavesBelow() {
        return below("ledger.leaf");
    }

    private List<Long> below(String table) {
        return query(
                "select position from " + table + " where position < 0 order by position limit 10",
                row -> row.getLong(1));
    }

    /** One more than the last position that an event or a leaf has. */
    public long end() {
        return query(
                        "select greatest((select max(position) from ledger.event),"
                                + " (select max(position) from ledger.leaf), -1) + 1",
                        row -> row.getLong(1))
                .getFirst();
    }

    /** The events at these positions, as far as they are there. */
    public List<EventBytes> events(long first, int count) {
        return query(EVENTS, LedgerScan::event, first, first + count);
    }

    /** The leaves at these positions, as far as they are there. */
    public List<ScannedLeaf> leaves(long first, int count) {
        return query(
                LEAVES,
                row -> new ScannedLeaf(
                        row.getLong(1), row.getObject(2, UUID.class), Hash.of(row.getBytes(3)), row.getBytes(4)),
                first,
                first + count);
    }

    /** The hashes of leaves that follow each other, up to the first that is missing. */
    public List<Hash> leafHashes(long first, int count) {
        return whole(
                first,
                query(
                        "select position, hash from ledger.leaf where position >= ? and position < ? order by position",
                        row -> new Stored(row.getLong(1), Hash.of(row.getBytes(2))),
                        first,
                        first + count));
    }

    /** The hashes of a tile of level 1 or higher, up to the first that is missing. */
    public List<Hash> tile(int level, long first, int count) {
        return whole(
                first,
                query(TILES, row -> new Stored(row.getLong(1), Hash.of(row.getBytes(2))), level, first, first + count));
    }

    private record Stored(long index, Hash hash) {}

    private static List<Hash> whole(long first, List<Stored> rows) {
        var hashes = new ArrayList<Hash>();
        for (var stored : rows) {
            if (stored.index() != first + hashes.size()) {
                break;
            }
            hashes.add(stored.hash());
        }
        return hashes;
    }

    /** The hashes of a tile of any level, up to the first that is missing. */
    public List<Hash> hashes(int level, long first, int count) {
        return level == 0 ? leafHashes(first, count) : tile(level, first, count);
    }

    /** Stored hashes that no complete subtree of a tree of this size has, at most ten, as (level, index). */
    public List<TileHash> tilesBeyond(long size) {
        return query(
                "select level, index from ledger.tile where level < 1 or index < 0"
                        + " or index >= ?::bigint >> (8 * level) order by 1, 2 limit 10",
                row -> new TileHash(row.getInt(1), row.getLong(2)),
                size);
    }

    /** Where a stored hash stands in C2SP tlog-tiles. */
    public record TileHash(int level, long index) {}

    /** The signed note of the largest tree; where two keys signed one size, that of the later key. */
    public Optional<String> newestCheckpoint() {
        return query(
                        "select note from ledger.checkpoint left join ledger.key_change on new_checkpoint = note"
                                + " order by size desc, changed_at desc nulls last limit 1",
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /** Whether this checkpoint is stored. */
    public boolean holds(SignedNote checkpoint) {
        return query(
                        "select exists (select from ledger.checkpoint where note = ?)",
                        row -> row.getBoolean(1),
                        checkpoint.encode())
                .getFirst();
    }

    public long countCheckpoints(long upToSize) {
        return query("select count(*) from ledger.checkpoint where size <= ?", row -> row.getLong(1), upToSize)
                .getFirst();
    }

    /** The signed notes, the smallest tree first, those of one size in the order in which they came. */
    public Iterator<String> checkpoints() {
        return new Pages<>(
                new ScannedCheckpoint(Long.MIN_VALUE, 0, ""),
                last -> query(
                        CHECKPOINTS,
                        row -> new ScannedCheckpoint(row.getLong(1), row.getLong(2), row.getString(3)),
                        last.size(),
                        last.number()),
                ScannedCheckpoint::note);
    }

    private record ScannedCheckpoint(long size, long number, String note) {}

    public long countCosignatures() {
        return query("select count(*) from ledger.cosignature", row -> row.getLong(1))
                .getFirst();
    }

    /** In the order in which they came. */
    public Iterator<ScannedCosignature> cosignatures() {
        return new Pages<>(
                new ScannedCosignature(-1, "", "", ""),
                last -> query(
                        COSIGNATURES,
                        row -> new ScannedCosignature(
                                row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                        last.number()),
                cosignature -> cosignature);
    }

    /** The signature lines of the witnesses who have cosigned this text, in the order in which they came. */
    public List<String> cosignaturesOn(Checkpoint checkpoint) {
        return query(
                "select line from ledger.cosignature where size = ? and checkpoint = ? order by number",
                row -> row.getString(1),
                checkpoint.size(),
                checkpoint.text());
    }

    /** The time stamp of this number, from 0, whether its event is there or not. */
    public Optional<TimestampedCheckpoint> timestamp(long number) {
        return query(
                        "select note, token from ledger.time_stamp where number = ?",
                        row -> new TimestampedCheckpoint(row.getString(1), row.getBytes(2)),
                        number)
                .stream()
                .findFirst();
    }

    /** How many of the first leaves tell of a time stamp. */
    public long countTimestamps(long upToSize) {
        return query(
                        "select count(*) from ledger.event where aggregate_id = ? and position < ?",
                        row -> row.getLong(1),
                        TimestampedCheckpoint.STREAM,
                        upToSize)
                .getFirst();
    }

    /** The keys that signers have announced, as vkeys. */
    public List<String> keys() {
        return query("select vkey from ledger.verifier_key order by since, vkey", row -> row.getString(1));
    }

    <T> List<T> query(String sql, Row<T> read, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            return read(statement, read, parameters);
        } catch (SQLException | IllegalArgumentException e) {
            throw new ScanFailed("the ledger cannot be read", e);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, Row<T> read, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        var all = new ArrayList<T>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(read.read(rows));
            }
        }
        return all;
    }

    private static EventBytes event(ResultSet row) throws SQLException {
        return new EventBytes(
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

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new ScanFailed("the connection cannot be closed", e);
        }
    }
}

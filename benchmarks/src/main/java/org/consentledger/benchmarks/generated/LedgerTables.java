package org.consentledger.benchmarks.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.consentledger.ledger.tree.GrowingTree;
import org.consentledger.ledger.tree.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of an empty ledger while they are filled, each by a connection and a thread of its own. Half a ledger is no
 * ledger: where anything fails, the database is to be thrown away.
 */
final class LedgerTables implements AutoCloseable {
    private final DataSource dataSource;
    private final List<Connection> connections = new ArrayList<>();
    private final List<BinaryCopy> copies = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> underWay = new ArrayList<>();
    private final BinaryCopy events;
    private final BinaryCopy leaves;
    private final BinaryCopy keys;
    private final BinaryCopy claims;
    private final BinaryCopy tiles;
    private final List<Tile> newTiles = new ArrayList<>();
    private final GrowingTree tree =
            new GrowingTree((level, index, hash) -> newTiles.add(new Tile(level, index, hash)));
    private Instant recordedAt = Instant.EPOCH;

    private record Tile(int level, long index, Hash hash) {}

    private record Placed(long position, Entry entry) {}

    LedgerTables(DataSource dataSource) throws SQLException, IOException {
        this.dataSource = dataSource;
        events = copy(
                "event",
                "position",
                "event_id",
                "aggregate_type",
                "aggregate_id",
                "seq",
                "payload_type",
                "payload_revision",
                "payload",
                "metadata",
                "recorded_at");
        leaves = copy("leaf", "position", "event_id", "hash", "statement");
        keys = copy("data_key", "customer_id", "version", "epoch", "wrapped", "commitment");
        claims = copy(
                "idempotency", "customer_id", "key", "fingerprint", "first_position", "last_position", "key_version");
        tiles = copy("tile", "level", "index", "hash");
    }

    private BinaryCopy copy(String table, String... columns) throws SQLException, IOException {
        var connection = dataSource.getConnection();
        connections.add(connection);
        var copy = new BinaryCopy(connection, "ledger." + table, columns);
        copies.add(copy);
        return copy;
    }

    /** The next of the ledger; written while the caller makes the ones after them. */
    void add(List<Entry> entries) throws InterruptedException {
        var placed = new ArrayList<Placed>(entries.size());
        for (var entry : entries) {
            placed.add(new Placed(tree.size(), entry));
            tree.append(entry.leaf());
            recordedAt = entry.event().recordedAt();
        }
        var filled = List.copyOf(newTiles);
        newTiles.clear();
        await();
        write(() -> each(placed, this::event));
        write(() -> each(placed, this::leaf));
        write(() -> each(placed, this::keyAndClaim));
        write(() -> each(filled, this::tile));
    }

    /** The tree row last: with it the ledger has its size. */
    void finish() throws InterruptedException, IOException {
        await();
        for (var copy : copies) {
            copy.close();
        }
        JdbcClient.create(dataSource)
                .sql("update ledger.tree set size = ?, root = ?, recorded_at = ?")
                .param(tree.size())
                .param(tree.root().bytes())
                .param(recordedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void write(Callable<Void> rows) {
        underWay.add(threads.submit(rows));
    }

    private void await() throws InterruptedException {
        for (var written : underWay) {
            try {
                written.get();
            } catch (ExecutionException e) {
                throw new UncheckedIOException(new IOException("the database did not take the rows", e));
            }
        }
        underWay.clear();
    }

    @FunctionalInterface
    private interface Write<T> {
        void row(T of) throws IOException;
    }

    private static <T> Void each(List<T> all, Write<T> write) throws IOException {
        for (var one : all) {
            write.row(one);
        }
        return null;
    }

    private void event(Placed placed) throws IOException {
        var event = placed.entry().event();
        events.row()
                .bigint(placed.position())
                .uuid(event.eventId())
                .text(event.aggregateType())
                .text(event.aggregateId())
                .bigint(event.seq())
                .text(event.payloadType())
                .text(event.payloadRevision())
                .bytea(event.payload())
                .bytea(event.metaData())
                .time(event.recordedAt());
    }

    private void leaf(Placed placed) throws IOException {
        leaves.row()
                .bigint(placed.position())
                .uuid(placed.entry().event().eventId())
                .bytea(placed.entry().leaf().bytes())
                .bytea(placed.entry().statement());
    }

    private void keyAndClaim(Placed placed) throws IOException {
        var key = placed.entry().key();
        if (key != null) {
            keys.row()
                    .text(key.committed().customerId().value())
                    .integer(key.committed().version())
                    .integer(key.epoch())
                    .bytea(key.wrapped())
                    .text(key.committed().commitment());
        }
        var claim = placed.entry().claim();
        if (claim != null) {
            claims.row()
                    .text(claim.customerId())
                    .text(claim.key())
                    .bytea(claim.fingerprint())
                    .bigint(placed.position())
                    .bigint(placed.position())
                    .integer(claim.keyVersion());
        }
    }

    private void tile(Tile tile) throws IOException {
        tiles.row()
                .smallint(tile.level())
                .bigint(tile.index())
                .bytea(tile.hash().bytes());
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (var connection : connections) {
            connection.close();
        }
    }
}

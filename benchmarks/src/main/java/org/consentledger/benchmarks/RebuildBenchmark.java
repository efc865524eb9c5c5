package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.benchmarks.RatioFigures.Contestant;
import org.consentledger.benchmarks.RatioFigures.Turn;
import org.consentledger.benchmarks.RatioFigures.Yardstick;
import tools.jackson.databind.JsonNode;

/**
 * How fast the standing projection is made anew beside the one that serves, answers compared and swapped; beside reading
 * all events by a JDBC cursor and writing the rows that came of them by {@code COPY} into a table with the same indexes, and
 * beside stock Axon's replay of fewer events of a store of its own. By turns, each with a checkpoint before it; the first two
 * count leaves of the ledger, the third its events.
 */
final class RebuildBenchmark {
    /** Stock Axon does about a thousand a second, each by itself, however many there are. */
    static final int EVENTS_REPLAYED = 10_000;

    private static final double COPY_GOAL = 0.5;
    private static final double AXON_GOAL = 10;
    private static final String PROJECTION = "/actuator/projections/standing";
    private static final String TABLE = "standing_customer_fact";
    private static final int FETCH = 2_000;

    private final ProductProcess product;
    private final ProductClient client;
    private final Connection database;
    private final StockAxonReplay replay;
    private final InstantSource clock;

    /** @param replay of {@link #EVENTS_REPLAYED} events */
    RebuildBenchmark(
            ProductProcess product,
            ProductClient client,
            Connection database,
            StockAxonReplay replay,
            InstantSource clock) {
        this.product = product;
        this.client = client;
        this.database = database;
        this.replay = replay;
        this.clock = clock;
    }

    RatioFigures run(int rounds, PrintWriter lines) throws IOException, SQLException {
        var began = clock.instant();
        var all = BoundedWait.until(this::caughtUp, () -> client.get("/actuator/projections"));
        long leaves = all.get("ledgerSize").longValue();
        var rebuilds = new ArrayList<Turn>();
        var copies = new ArrayList<Turn>();
        var replays = new ArrayList<Turn>();
        try (var progress = TurnsProgress.of("rebuild", 3 * (rounds + 1), lines)) {
            for (int round = 0; round <= rounds; round++) {
                var rebuilt = rebuilding(leaves);
                progress.turn(told("rebuild", round, rebuilt));
                var copied = copying(leaves);
                progress.turn(told("cursor + COPY", round, copied));
                var replayed = replaying();
                progress.turn(told("stock Axon", round, replayed));
                if (round > 0) {
                    rebuilds.add(rebuilt);
                    copies.add(copied);
                    replays.add(replayed);
                }
            }
        }
        return RatioFigures.of(
                new Contestant("rebuild", rebuilds),
                List.of(
                        new Yardstick(
                                new Contestant("cursor + COPY", copies),
                                Headline.of("P4.copy", COPY_GOAL, null, "× cursor and COPY")),
                        new Yardstick(
                                new Contestant("stock Axon", replays),
                                Headline.of("P4.axon", AXON_GOAL, null, "× stock Axon's replay"))),
                Environment.of(began, database.getMetaData().getDatabaseProductVersion(), "no pgbench"));
    }

    private Optional<JsonNode> caughtUp() {
        var all = client.get("/actuator/projections");
        long size = all.get("ledgerSize").longValue();
        return all.get("projections")
                        .valueStream()
                        .allMatch(one -> one.get("position").longValue() == size - 1)
                ? Optional.of(all)
                : Optional.empty();
    }

    private static String told(String what, int round, Turn turn) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %,.0f leaves/s",
                round == 0 ? "warm-up" : "round " + round,
                what,
                turn.perSecond());
    }

    private Turn rebuilding(long leaves) throws IOException, SQLException {
        execute("checkpoint");
        var cpu = reading();
        long start = System.nanoTime();
        client.send("POST", PROJECTION, "application/json", "{}");
        var rebuild = BoundedWait.until(this::ended, () -> client.get(PROJECTION));
        var turn = Turn.of(leaves, System.nanoTime() - start, cpu, reading());
        if (!rebuild.get("state").stringValue().equals("SWAPPED")) {
            throw new IllegalStateException("the projection was not rebuilt: " + rebuild);
        }
        return turn;
    }

    private Optional<JsonNode> ended() {
        var rebuild = client.get(PROJECTION).get("rebuild");
        return switch (rebuild.get("state").stringValue()) {
            case "REQUESTED", "BUILDING" -> Optional.empty();
            default -> Optional.of(rebuild);
        };
    }

    /** The projection's rows come out of it into a file, which is not measured. */
    private Turn copying(long leaves) throws IOException, SQLException {
        var rows = "query_standing_" + client.get(PROJECTION).get("generation") + "." + TABLE;
        var file = product.directory().resolve("rows.copy");
        execute("copy (select * from " + rows + " order by position) to '" + file + "' (format binary)");
        execute("drop table if exists copied");
        execute("create table copied (like " + rows + " including all)");
        execute("checkpoint");
        var cpu = reading();
        long start = System.nanoTime();
        read();
        execute("copy copied from '" + file + "' (format binary)");
        return Turn.of(leaves, System.nanoTime() - start, cpu, reading());
    }

    private Turn replaying() throws IOException, SQLException {
        replay.reset();
        execute("checkpoint");
        var cpu = reading(ProcessHandle.current());
        long start = System.nanoTime();
        replay.run(EVENTS_REPLAYED);
        return Turn.of(EVENTS_REPLAYED, System.nanoTime() - start, cpu, reading(ProcessHandle.current()));
    }

    private void read() throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            long bytes = 0;
            try (var rows = statement.executeQuery("select * from ledger.event order by position")) {
                while (rows.next()) {
                    bytes += rows.getBytes("payload").length + rows.getBytes("metadata").length;
                }
            }
            if (bytes == 0) {
                throw new IllegalStateException("there are no events");
            }
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    /** This process is the one that reads by the cursor; the product's own is idle meanwhile. */
    private CpuReading reading() throws IOException {
        return reading(product.process());
    }

    private CpuReading reading(ProcessHandle application) throws IOException {
        return CpuReading.of(clock.instant(), application, product.databaseProcess());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.benchmarks.RatioFigures.Contestant;
import org.consentledger.benchmarks.RatioFigures.Turn;
import org.consentledger.benchmarks.RatioFigures.Yardstick;

/**
 * How many rows a second become facts: an import over HTTP with all that belongs to it (rules, idempotency by the source's
 * reference, keys, sealing, leaves, tree, signer, rejects), beside {@code COPY} of the very event rows that came of it into
 * a table of the same PostgreSQL with the same indexes. By turns, and each turn with a checkpoint before it.
 */
final class ImportBenchmark {
    private static final double GOAL = 0.3;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ProductProcess product;
    private final ProductClient client;
    private final Connection database;
    private final InstantSource clock;

    ImportBenchmark(ProductProcess product, ProductClient client, Connection database, InstantSource clock) {
        this.product = product;
        this.client = client;
        this.database = database;
        this.clock = clock;
    }

    /** @param customers in each round */
    RatioFigures run(int customers, int rounds, PrintWriter lines) throws IOException, SQLException {
        var began = clock.instant();
        ManyCustomers.publish(client);
        execute("create table copied (like ledger.event including indexes including constraints)");
        var imports = new ArrayList<Turn>();
        var copies = new ArrayList<Turn>();
        try (var progress = TurnsProgress.of("import", 2 * (rounds + 1), lines)) {
            for (int round = 0; round <= rounds; round++) {
                long before = size();
                var imported = importing(rows(round, customers), customers * ManyCustomers.FACTS_EACH);
                progress.turn(told("import", round, imported));
                var copied = copying(before);
                progress.turn(told("COPY", round, copied));
                if (round > 0) {
                    imports.add(imported);
                    copies.add(copied);
                }
            }
        }
        var version = database.getMetaData().getDatabaseProductVersion();
        return RatioFigures.of(
                new Contestant("import", imports),
                List.of(new Yardstick(
                        new Contestant("COPY", copies), Headline.of("P5", GOAL, null, "× COPY of the events"))),
                Environment.of(began, version, "no pgbench"));
    }

    private static String told(String what, int round, Turn turn) {
        return String.format(
                Locale.ROOT, "%s, %s: %,.0f rows/s", round == 0 ? "warm-up" : "round " + round, what, turn.perSecond());
    }

    private static String rows(int round, int customers) {
        var rows = new StringBuilder();
        for (long number = (long) round * customers; number < (round + 1L) * customers; number++) {
            rows.append(ManyCustomers.rows(number));
        }
        return rows.toString();
    }

    private Turn importing(String rows, int count) throws IOException, SQLException {
        execute("checkpoint");
        var cpu = reading();
        long start = System.nanoTime();
        var id = client.send("POST", "imports", "application/x-ndjson", rows)
                .get("importId")
                .stringValue();
        var report = client.get("imports/" + id);
        while (!report.get("state").stringValue().equals("DONE")) {
            if (report.get("state").stringValue().equals("STOPPED")) {
                throw new IllegalStateException("the import stopped: " + report);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            report = client.get("imports/" + id);
        }
        var turn = Turn.of(count, System.nanoTime() - start, cpu, reading());
        if (report.at("/rows/rejected").longValue() > 0) {
            throw new IllegalStateException("rows were rejected: " + report);
        }
        return turn;
    }

    /** The events from that position on: out of the ledger into a file, which is not measured, and into the other table. */
    private Turn copying(long from) throws IOException, SQLException {
        var file = product.directory().resolve("events.copy");
        execute("copy (select * from ledger.event where position >= " + from + ") to '" + file + "' (format binary)");
        execute("checkpoint");
        var cpu = reading();
        long start = System.nanoTime();
        long events = execute("copy copied from '" + file + "' (format binary)");
        return Turn.of(events, System.nanoTime() - start, cpu, reading());
    }

    private CpuReading reading() throws IOException {
        return CpuReading.of(clock.instant(), product.process(), product.databaseProcess());
    }

    private long size() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select size from ledger.tree")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Answers how many rows it was about. */
    private long execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
            return statement.getLargeUpdateCount();
        }
    }
}

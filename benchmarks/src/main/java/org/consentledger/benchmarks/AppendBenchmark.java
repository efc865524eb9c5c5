package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many events of 1 kB a second are stored durably, one a unit of work, half of them the first of an aggregate: by
 * the product with signed receipts, by Axon's own event store, and by {@code pgbench}. Beside these stands what the
 * product does where no customer is new.
 */
final class AppendBenchmark {
    private static final String STOCK = "stock Axon JDBC";
    private static final String PGBENCH = "pgbench";
    private static final int HEADLINE_WRITERS = 32;
    private static final double STOCK_GOAL = 5;
    private static final double PGBENCH_GOAL = 0.9;

    private final ScratchDatabase database;
    private final InstantSource clock;

    AppendBenchmark(ScratchDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How to measure, with each number of writers. */
    record Plan(List<Integer> writers, Turns turns) {
        int mostWriters() {
            return writers.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }

    Report run(Plan plan, PrintWriter progressLines) throws Exception {
        var began = clock.instant();
        var pgbench = PgbenchProgram.find();
        var rows = new ArrayList<Row>();
        String notWarm;
        try (var ledger = new LedgerContender(database, clock);
                var stock = new StockAxonContender(STOCK, database, plan.mostWriters(), clock)) {
            var contenders = new ArrayList<Contender>(List.of(ledger, ledger.knownCustomers(), stock));
            if (pgbench.isPresent()) {
                contenders.add(new PgbenchContender(PGBENCH, pgbench.get(), database));
            }
            int turns = contenders.size()
                    * (1 + plan.turns().rounds() * plan.writers().size());
            try (var progress = TurnsProgress.of("append", turns, progressLines)) {
                var comparison =
                        new Comparison(contenders, _ -> database, plan.turns().lead(), clock, progress);
                notWarm = WarmUp.notWarm(comparison
                        .warmUp(plan.mostWriters(), plan.turns().warmUp())
                        .values());
                for (int writers : plan.writers()) {
                    rows.addAll(rows(
                            writers,
                            comparison.run(
                                    writers, plan.turns().rounds(), plan.turns().measured()),
                            ledger));
                    if (pgbench.isEmpty()) {
                        rows.add(Row.notMeasured(writers, PGBENCH));
                    }
                }
            }
        }
        var environment = Environment.of(
                began,
                database.version(),
                pgbench.map(PgbenchProgram::version).orElse("no pgbench found: see docs/PERFORMANCE.md") + notWarm);
        return new Report(headlines(rows), rows, environment);
    }

    private static List<Row> rows(int writers, Map<Contender, List<Stretch>> stretches, Contender product) {
        var ofProduct = Objects.requireNonNull(stretches.get(product));
        return stretches.entrySet().stream()
                .map(entry -> Row.of(writers, entry.getKey().name(), entry.getValue(), ofProduct))
                .toList();
    }

    private static List<Headline> headlines(List<Row> rows) {
        return List.of(
                Headline.of("P2.stock", STOCK_GOAL, ratio(rows, STOCK), "× " + STOCK),
                Headline.of("P2.pgbench", PGBENCH_GOAL, ratio(rows, PGBENCH), "× " + PGBENCH));
    }

    private static @Nullable Double ratio(List<Row> rows, String contender) {
        return rows.stream()
                .filter(row ->
                        row.atOnce() == HEADLINE_WRITERS && row.contender().equals(contender))
                .map(row -> Optional.ofNullable(row.productIs()).map(Spread::median))
                .findFirst()
                .flatMap(median -> median)
                .orElse(null);
    }
}

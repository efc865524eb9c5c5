package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.consentledger.benchmarks.yardsticks.Yardstick;
import org.jspecify.annotations.Nullable;

/**
 * How many acceptances a second are durable and have their receipt, over HTTP: by the product, and beside it by three services
 * that take the same requests and store them in databases of the same PostgreSQL. Then how long the product takes to start on
 * what came of it.
 */
final class HttpBenchmark {
    private static final String PRODUCT = "Consent Ledger";
    private static final Map<Yardstick, String> YARDSTICKS = new TreeMap<>(Map.of(
            Yardstick.JDBC_INSERT, "JDBC insert",
            Yardstick.AXON_JPA, "stock Axon JPA",
            Yardstick.ENVERS, "Hibernate Envers"));
    private static final double INSERT_GOAL = 1;
    private static final double AXON_GOAL = 3;
    private static final double ENVERS_GOAL = 2.2;
    private static final double P99_GOAL = 1.5;
    private static final double MEMORY_GOAL = 450;
    private static final double START_GOAL = 6;
    private static final int STARTS = 3;
    private static final double MILLIS = 1e3;

    private final ProductProcess product;
    private final Services services;
    private final ProductAcceptances acceptances;
    private final InstantSource clock;

    HttpBenchmark(ProductProcess product, Services services, ProductAcceptances acceptances, InstantSource clock) {
        this.product = product;
        this.services = services;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /** @param atOnce how many clients */
    Report run(int atOnce, Turns turns, PrintWriter lines) throws Exception {
        var began = clock.instant();
        var headlines = new ArrayList<Headline>();
        List<Row> rows;
        String version;
        String notWarm;
        try (var database = ProductDatabase.of(product)) {
            var ours = new HttpContender(PRODUCT, product.process(), clock, acceptances::client);
            var contenders = contenders(ours, database);
            Map<Contender, List<Stretch>> stretches;
            try (var progress = TurnsProgress.of("http", contenders.size() * (1 + turns.rounds()), lines)) {
                var comparison = new Comparison(contenders, _ -> database, turns.lead(), clock, progress);
                notWarm =
                        WarmUp.notWarm(comparison.warmUp(atOnce, turns.warmUp()).values());
                stretches = comparison.run(atOnce, turns.rounds(), turns.measured());
            }
            version = database.version();
            rows = rows(atOnce, stretches, ours);
            headlines.addAll(headlines(stretches, contenders));
            headlines.add(Headline.atMost("P8.memory", MEMORY_GOAL, ours.mostMegabytes(), "MB resident"));
        }
        services.close();
        headlines.add(Headline.atMost("P8.start", START_GOAL, start(lines), "s until it serves"));
        return new Report(headlines, rows, Environment.of(began, version, product.heap() + notWarm));
    }

    private List<Contender> contenders(Contender ours, ProductDatabase database)
            throws IOException, SQLException, InterruptedException {
        int storedBytes = storedBytes(database);
        var contenders = new ArrayList<Contender>(List.of(ours));
        for (var yardstick : YARDSTICKS.entrySet()) {
            var service = services.start(
                    yardstick.getKey(),
                    storedBytes,
                    database.create("yardstick_" + yardstick.getKey().name().toLowerCase(Locale.ROOT)));
            contenders.add(new HttpContender(
                    yardstick.getValue(),
                    service.process().toHandle(),
                    clock,
                    name -> acceptances.at(service.address(), name)));
        }
        return contenders;
    }

    /** What an acceptance takes in the ledger's table of events, columns apart that are about its place. */
    private int storedBytes(ProductDatabase database) throws SQLException {
        acceptances.client("size").run();
        return (int) database.number("select max(octet_length(payload) + octet_length(metadata)) from ledger.event"
                + " where payload_type = 'agreement.EditionAccepted'");
    }

    private static List<Row> rows(int atOnce, Map<Contender, List<Stretch>> stretches, Contender ours) {
        var ofProduct = of(stretches, ours);
        return stretches.entrySet().stream()
                .map(entry -> Row.of(atOnce, entry.getKey().name(), entry.getValue(), ofProduct))
                .toList();
    }

    private static List<Headline> headlines(Map<Contender, List<Stretch>> stretches, List<Contender> contenders) {
        var ours = of(stretches, contenders.getFirst());
        var insert = of(stretches, contenders.get(1));
        return List.of(
                Headline.of("P1.insert", INSERT_GOAL, ratio(ours, insert), "× JDBC insert"),
                Headline.of("P1.axon", AXON_GOAL, ratio(ours, of(stretches, contenders.get(2))), "× stock Axon JPA"),
                Headline.of("P1.envers", ENVERS_GOAL, ratio(ours, of(stretches, contenders.get(3))), "× Envers"),
                Headline.atMost(
                        "P1.p99",
                        P99_GOAL,
                        Spread.ofRatios(ours, insert, Stretch::p99Micros).median(),
                        "× p99 of JDBC insert"));
    }

    private static List<Stretch> of(Map<Contender, List<Stretch>> stretches, Contender contender) {
        return Objects.requireNonNull(stretches.get(contender));
    }

    private static double ratio(List<Stretch> ours, List<Stretch> others) {
        return Spread.ofRatios(ours, others, Stretch::perSecond).median();
    }

    /** The median of several starts, in seconds; null where it is not started as its users start it. */
    private @Nullable Double start(PrintWriter lines) throws IOException, InterruptedException {
        if (!ProductProcess.isStartedByTheScript()) {
            return null;
        }
        var seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            seconds[i] = product.startedAgain().toMillis() / MILLIS;
            lines.printf(Locale.ROOT, "started again in %.2f s%n", seconds[i]);
            lines.flush();
        }
        Arrays.sort(seconds);
        return seconds[STARTS / 2];
    }
}

package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;
import org.consentledger.benchmarks.yardsticks.Yardstick;

/**
 * How many questions for standing are answered a second, both clocks given, each about a customer picked at random: by the
 * product on a generated ledger, and by a service that looks one row up in a table of the same facts.
 */
final class StandingBenchmark {
    private final DataSet set;
    private final ProductProcess product;
    private final Services services;
    private final GeneratedQuestions questions;
    private final InstantSource clock;

    /** @param set on whose ledger the product runs */
    StandingBenchmark(
            DataSet set, ProductProcess product, Services services, LoadClients clients, InstantSource clock) {
        this.set = set;
        this.product = product;
        this.services = services;
        this.questions = new GeneratedQuestions(set, clients);
        this.clock = clock;
    }

    /**
     * What was found with one size of data, in the order of the rounds.
     *
     * @param notWarm as {@link WarmUp#notWarm} tells it
     */
    record Found(int customers, List<Stretch> product, List<Stretch> lookUp, String postgres, String notWarm) {
        double ratio() {
            return Spread.ofRatios(product, lookUp, Stretch::perSecond).median();
        }

        double perSecond() {
            return Spread.of(product, Stretch::perSecond).median();
        }

        List<Row> rows(int atOnce) {
            var size = String.format(Locale.ROOT, " (%,d)", customers);
            return List.of(
                    Row.of(atOnce, "Consent Ledger" + size, product, product),
                    Row.of(atOnce, "index look-up" + size, lookUp, product));
        }
    }

    Found run(int atOnce, Turns turns, PrintWriter lines) throws Exception {
        try (var database = ProductDatabase.of(product)) {
            database.awaitProjections();
            var service = services.start(Yardstick.INDEX_LOOK_UP, 0, copyOfFacts(database));
            var authorization = Map.of("Authorization", product.tokens().apply("support"));
            var ours = new HttpContender(
                    "Consent Ledger",
                    product.process(),
                    clock,
                    name -> questions.standing(name, product.questions(), authorization));
            var lookUp = new HttpContender(
                    "index look-up",
                    service.process().toHandle(),
                    clock,
                    name -> questions.standing(name, service.address(), Map.of()));
            try (var progress = TurnsProgress.of("standing", 2 * (1 + turns.rounds()), lines)) {
                var comparison = new Comparison(List.of(ours, lookUp), _ -> database, turns.lead(), clock, progress);
                var notWarm =
                        WarmUp.notWarm(comparison.warmUp(atOnce, turns.warmUp()).values());
                var stretches = comparison.run(atOnce, turns.rounds(), turns.measured());
                return new Found(
                        set.customers(),
                        List.copyOf(stretches.getOrDefault(ours, List.of())),
                        List.copyOf(stretches.getOrDefault(lookUp, List.of())),
                        database.version(),
                        notWarm);
            }
        }
    }

    /** In a database of its own: for each fact of a customer a row with its two times, found by the index that it has. */
    private ServiceDatabase copyOfFacts(ProductDatabase database) throws Exception {
        var file = product.directory().resolve("look-up.copy");
        long generation = database.number("select generation from query.serving where projection = 'standing'");
        database.execute("copy (select customer_id, recorded_at, recorded_at, fact::text from query_standing_"
                + generation + ".standing_customer_fact order by position) to '" + file + "' (format binary)");
        var copy = database.create("yardstick_look_up");
        fill(copy, "copy answer from '" + file + "' (format binary)");
        Files.delete(file);
        return copy;
    }

    private static void fill(ServiceDatabase database, String copy) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table answer (customer_id text collate \"C\" not null, known_from timestamptz not null,"
                            + " valid_from timestamptz not null, body text not null, primary key (customer_id, known_from))");
            statement.execute(copy);
            statement.execute("vacuum analyze answer");
        }
    }
}

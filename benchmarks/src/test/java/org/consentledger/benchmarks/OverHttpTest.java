package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.consentledger.benchmarks.LagBenchmark.Processes;
import org.consentledger.benchmarks.generated.DataSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** That what is measured over HTTP, and on a kept ledger, works and is reported; how fast it is is no matter for a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverHttpTest {
    private static final int CLIENTS = 2;
    private static final int HEAP = 200;
    private static final DataSet SET = DataSet.ofFiveFactsEach(20);
    private static final Turns SHORT =
            new Turns(1, Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofSeconds(1));

    @TempDir
    static Path directory;

    private final StringWriter printed = new StringWriter();
    private final PrintWriter out = new PrintWriter(printed);
    private final LoadClients clients = new LoadClients(CLIENTS);
    private Path export;
    private ProductProcess product;
    private Services services;
    private ProductAcceptances acceptances;

    @BeforeAll
    void start() throws Exception {
        export = KeptExport.of(SET, directory);
        product = ProductProcess.startOn(SET, directory, HEAP);
        services = new Services(product.directory(), HEAP);
        acceptances = ProductAcceptances.publish(product, clients);
    }

    @AfterAll
    void stop() throws Exception {
        clients.close();
        services.close();
        product.close();
    }

    @Test
    void measuresAcceptancesBesideEachService() throws Exception {
        var report = new HttpBenchmark(product, services, acceptances, InstantSource.system()).run(CLIENTS, SHORT, out);
        report.print(out);

        assertThat(report.rows())
                .extracting(Row::contender)
                .containsExactly("Consent Ledger", "JDBC insert", "stock Axon JPA", "Hibernate Envers");
        assertThat(report.headlines())
                .extracting(Headline::id)
                .containsExactly("P1.insert", "P1.axon", "P1.envers", "P1.p99", "P8.memory", "P8.start");
        assertThat(printed.toString()).contains("JDBC insert", "not measured");
    }

    @Test
    void measuresHowLongUntilEveryProjectionHasAnAcceptance() throws Exception {
        var plan = new LagBenchmark.Plan(20, Duration.ofSeconds(2), Duration.ofSeconds(1));
        var figures = new LagBenchmark(Processes.ONE, product, acceptances, InstantSource.system()).run(plan, out);

        assertThat(figures.headlines()).singleElement().satisfies(headline -> {
            assertThat(headline.id()).isEqualTo("P7.one");
            assertThat(headline.value()).isNotNegative();
        });
    }

    @Test
    void measuresQuestionsAtASteadyRate() throws Exception {
        var plan = new QuestionsBenchmark.Plan(20, Duration.ofSeconds(2), Duration.ofSeconds(1));
        try (var client = new ProductClient(product)) {
            var figures = new QuestionsBenchmark(SET, product, client, clients, InstantSource.system()).run(plan, out);

            assertThat(figures.headlines())
                    .allSatisfy(headline -> assertThat(headline.value()).isPositive())
                    .extracting(Headline::id)
                    .containsExactly("standing", "permission");
            assertThat(figures.rows())
                    .filteredOn(figure -> figure.what().startsWith("customers listed"))
                    .singleElement()
                    .satisfies(figure -> assertThat(figure.value()).isGreaterThanOrEqualTo(SET.customers()));
        }
    }

    @Test
    void measuresStandingBesideALookUp() throws Exception {
        var found =
                new StandingBenchmark(SET, product, services, clients, InstantSource.system()).run(CLIENTS, SHORT, out);

        assertThat(found.rows(CLIENTS))
                .extracting(Row::contender)
                .containsExactly("Consent Ledger (20)", "index look-up (20)");
        assertThat(found.ratio()).isPositive();
    }

    /** One product stands for two, since nothing is compared in a test. */
    @Test
    void measuresTheSameWorkOnSeveralLedgers() throws Exception {
        var once = GrownLedger.on(SET, product, clients);
        var again = GrownLedger.on(SET, product, clients);
        try (var _ = once.database();
                var _ = again.database()) {
            var figures = new GrowthBenchmark(List.of(once, again), InstantSource.system()).run(CLIENTS, SHORT, out);
            figures.print(out);

            assertThat(figures.rows())
                    .extracting(GrowthFigures.Row::work)
                    .containsExactly("standing", "standing", "permission", "permission", "acceptance", "acceptance");
            assertThat(figures.headlines())
                    .allSatisfy(headline -> assertThat(headline.value()).isPositive());
        }
    }

    @Test
    void measuresTheCheckOfAnExport() throws Exception {
        var figures = new VerifyBenchmark(export, InstantSource.system()).run(1, out);

        assertThat(figures.headlines()).extracting(Headline::id).containsExactly("P6");
    }

    @Test
    void tellsOfABenchmarkThatFailsAndGoesOnWithTheNext() throws Exception {
        var found = new AllBenchmarks(directory, out)
                .run(List.of(
                        Step.of("verify", "of nobody", "--customers 0"),
                        Step.of("verify", "of twenty", "--customers 20 --rounds 1")));
        found.print(out);

        assertThat(found.failed()).singleElement().asString().contains("verify", "of nobody", "status 2");
        assertThat(found.headlines()).extracting(Headline::id).containsExactly("P6");
        var json = directory.resolve("all.json");
        JsonFile.write(found, json);
        var written = new JsonMapper().readTree(json.toFile());
        assertThat(written.get("headlines").get(0).propertyNames())
                .containsExactly("id", "goal", "value", "unit", "met");
        assertThat(written.get("rows").get(0).get("benchmark").stringValue()).isEqualTo("verify");
    }
}

package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the product and each service take the same acceptances; how fast they are is no matter for a test. */
class HttpBenchmarkTest {
    private static final int CLIENTS = 2;
    private static final int HEAP = 200;
    private static final Turns SHORT =
            new Turns(1, Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(500));

    @Test
    void measuresTheProductBesideEachService(@TempDir Path directory) throws Exception {
        var printed = new StringWriter();

        try (var product = ProductProcess.startBesideServices(directory, HEAP);
                var services = new Services(product.directory(), HEAP);
                var clients = new LoadClients(CLIENTS)) {
            var report = new HttpBenchmark(product, services, clients, InstantSource.system())
                    .run(CLIENTS, SHORT, new PrintWriter(printed));
            report.print(new PrintWriter(printed));

            assertThat(report.rows())
                    .extracting(Row::contender)
                    .containsExactly("Consent Ledger", "JDBC insert", "stock Axon JPA", "Hibernate Envers");
            assertThat(report.headlines())
                    .extracting(Headline::id)
                    .containsExactly("P1.insert", "P1.axon", "P1.envers", "P1.p99", "P8.memory", "P8.start");
        }

        assertThat(printed.toString()).contains("JDBC insert", "not measured");
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}

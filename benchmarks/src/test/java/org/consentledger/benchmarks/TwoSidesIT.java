package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.consentledger.benchmarks.LagBenchmark.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the lag of two processes is measured; how long it is is no matter for a test. */
class TwoSidesIT {
    private static final int CLIENTS = 2;
    private static final int HEAP = 250;
    private static final Path CHECKOUT = Path.of("..");

    @Test
    void measuresHowLongUntilEveryProjectionOfTheOtherProcessHasAnAcceptance(@TempDir Path directory) throws Exception {
        var clock = InstantSource.system();
        var plan = new LagBenchmark.Plan(10, Duration.ofSeconds(1), Duration.ofSeconds(1));

        try (var sides = TwoSides.start(CHECKOUT, directory, HEAP, clock);
                var clients = new LoadClients(CLIENTS)) {
            var figures = new LagBenchmark(Processes.TWO, sides, ProductAcceptances.publish(sides, clients), clock)
                    .run(plan, new PrintWriter(new StringWriter()));

            assertThat(figures.headlines()).singleElement().satisfies(headline -> {
                assertThat(headline.id()).isEqualTo("P7.two");
                assertThat(headline.value()).isNotNegative();
            });
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}

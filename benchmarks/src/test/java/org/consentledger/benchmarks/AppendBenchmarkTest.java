package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** That every contender works and is reported; how fast they are is no matter for a test. */
class AppendBenchmarkTest {
    private static final int WRITERS = 2;
    private static final AppendBenchmark.Plan SHORT = new AppendBenchmark.Plan(
            List.of(WRITERS), new Turns(1, Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1)));

    @Test
    void measuresEachContenderThatIsThere(@TempDir Path directory) throws Exception {
        var printed = new StringWriter();
        var json = directory.resolve("figures.json");

        try (var database = ScratchDatabase.start(directory)) {
            var report = new AppendBenchmark(database, InstantSource.system()).run(SHORT, new PrintWriter(printed));
            report.print(new PrintWriter(printed));
            JsonFile.write(report, json);

            assertThat(report.isComplete()).isEqualTo(PgbenchProgram.find().isPresent());
            assertThat(report.rows()).extracting(Row::contender).hasSize(4);
            assertThat(report.rows())
                    .filteredOn(row -> !row.contender().equals("pgbench"))
                    .allSatisfy(row -> assertThat(row.perSecond())
                            .isNotNull()
                            .satisfies(rate -> assertThat(rate.least()).isPositive()));
        }

        assertThat(printed.toString()).contains("Consent Ledger", "known customers", "stock Axon JDBC", "pgbench");
        var figures = new JsonMapper().readTree(json.toFile());
        assertThat(figures.get("headlines").get(0).propertyNames())
                .containsExactly("id", "goal", "value", "unit", "met");
        assertThat(figures.get("rows").size()).isEqualTo(4);
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(json);
        }
    }
}

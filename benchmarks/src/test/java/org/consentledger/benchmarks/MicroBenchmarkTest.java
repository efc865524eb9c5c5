package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.consentledger.benchmarks.SingleFigures.Figure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;

class MicroBenchmarkTest {
    private static final MicroBenchmark.Plan SHORT = new MicroBenchmark.Plan(0, 0, 1, TimeValue.milliseconds(50));

    /** Nothing is measured here, so that others on the machine do no harm, and wait for nothing. */
    @BeforeAll
    static void doNotWaitForOthers() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void runsEachFunction() throws Exception {
        var figures = new MicroBenchmark(InstantSource.system()).run(SHORT, new PrintWriter(new StringWriter()));

        assertThat(figures.rows())
                .extracting(Figure::what)
                .containsExactlyInAnyOrder(
                        "StandingFunction.of50Facts",
                        "TreeFunction.rootOf1000Leaves",
                        "TreeFunction.proofAmong1000Leaves",
                        "SerializerFunction.sealedAcceptance",
                        "SerializerFunction.acceptanceReadClosed",
                        "ParserFunction.structureOfEdition13",
                        "ComparisonFunction.tableOfEditions12And13");
        assertThat(figures.rows())
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
    }
}

package org.consentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.benchmarks.GrowthBenchmark.Work;
import org.consentledger.benchmarks.GrowthFigures.Row;
import org.junit.jupiter.api.Test;

class GrowthFiguresTest {
    private static final List<Stretch> SMALL = List.of(stretch(1_000, 200, 100), stretch(900, 220, 110));
    private static final List<Stretch> LARGE = List.of(stretch(800, 230, 130), stretch(810, 250, 140));
    private static final Environment SOMEWHERE = new Environment(Instant.EPOCH, 2, 24, "", "", "", "");

    @Test
    void comparesTheLargestWithTheSmallestRoundByRound() {
        var rows = Stream.of(Work.values())
                .flatMap(work -> Stream.of(Row.of(work, 10, 60, SMALL, SMALL), Row.of(work, 100, 600, LARGE, SMALL)))
                .toList();

        var figures = GrowthFigures.of(rows, SOMEWHERE);

        assertThat(figures.headlines())
                .extracting(Headline::id, Headline::met)
                .containsExactly(
                        tuple("growth.standing", false),
                        tuple("growth.standing.cpu", false),
                        tuple("growth.permission", false),
                        tuple("growth.permission.cpu", false),
                        tuple("growth.acceptance", false),
                        tuple("growth.acceptance.cpu", false));
        assertThat(figures.rows().get(1).slower()).isEqualTo(new Spread((1.25 + 900 / 810.0) / 2, 900 / 810.0, 1.25));
        assertThat(figures.rows().get(1).costs()).isEqualTo(new Spread((1.2 + 390 / 330.0) / 2, 390 / 330.0, 1.2));
    }

    @Test
    void comparesNothingWhereThereIsOneLedger() {
        var rows = Stream.of(Work.values())
                .map(work -> Row.of(work, 10, 60, SMALL, SMALL))
                .toList();

        assertThat(GrowthFigures.of(rows, SOMEWHERE).headlines())
                .allSatisfy(headline -> assertThat(headline.met()).isNull());
    }

    private static Stretch stretch(double perSecond, double applicationCpuMicros, double databaseCpuMicros) {
        return new Stretch(perSecond, 1_000, 2_000, applicationCpuMicros, databaseCpuMicros, 0);
    }
}

package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the product compares with yardsticks, by rows a second. */
record RatioFigures(List<Headline> headlines, List<Row> rows, Environment environment) {
    private static final double NANOS = 1e9;
    private static final String COLUMNS = "%-14s %10s %17s  %9s %9s%n";

    /**
     * One of them, over all rounds.
     *
     * @param perSecond rows of the file, or of the table
     * @param applicationCpuMicros for each row, in the product's process; median over the rounds, like the next
     * @param databaseCpuMicros for each row, in all processes of PostgreSQL
     */
    record Row(String contender, Spread perSecond, double applicationCpuMicros, double databaseCpuMicros) {
        static Row of(Contestant contestant) {
            var turns = contestant.turns();
            return new Row(
                    contestant.name(),
                    Spread.of(turns, Turn::perSecond),
                    Spread.of(turns, Turn::applicationCpuMicros).median(),
                    Spread.of(turns, Turn::databaseCpuMicros).median());
        }
    }

    /** One of them, and all its turns. */
    record Contestant(String name, List<Turn> turns) {
        Contestant {
            turns = List.copyOf(turns);
        }
    }

    /** One of them, once. */
    record Turn(double perSecond, double applicationCpuMicros, double databaseCpuMicros) {
        static Turn of(long rows, long nanos, CpuReading before, CpuReading after) {
            return new Turn(
                    rows / (nanos / NANOS),
                    after.applicationSince(before).toNanos() / 1e3 / rows,
                    after.databaseSince(before).toNanos() / 1e3 / rows);
        }
    }

    /**
     * What the product is measured by.
     *
     * @param goal of how many times as fast the product is; its value is put in
     */
    record Yardstick(Contestant contestant, Headline goal) {
        private Headline headline(Contestant product) {
            double ratio = Spread.ofRatios(product.turns(), contestant.turns(), Turn::perSecond)
                    .median();
            return Headline.of(goal.id(), goal.goal(), ratio, goal.unit());
        }
    }

    static RatioFigures of(Contestant product, List<Yardstick> yardsticks, Environment environment) {
        var rows = new ArrayList<>(List.of(Row.of(product)));
        yardsticks.forEach(yardstick -> rows.add(Row.of(yardstick.contestant())));
        return new RatioFigures(
                yardsticks.stream()
                        .map(yardstick -> yardstick.headline(product))
                        .toList(),
                rows,
                environment);
    }

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, COLUMNS, "", "rows/s", "", "CPU µs", "a row");
        out.printf(Locale.ROOT, COLUMNS, "", "median", "least to most", "app", "db");
        rows.forEach(row -> out.printf(
                Locale.ROOT,
                COLUMNS,
                row.contender(),
                number(row.perSecond().median()),
                number(row.perSecond().least()) + " to "
                        + number(row.perSecond().most()),
                number(row.applicationCpuMicros()),
                number(row.databaseCpuMicros())));
        out.println();
        headlines.forEach(headline -> out.printf(
                Locale.ROOT,
                "%-7s goal %4.1f %s %.2f, %s%n",
                headline.id(),
                headline.goal(),
                headline.unit(),
                headline.value(),
                headline.verdict()));
        out.println();
        environment.lines().forEach(out::println);
        out.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}

package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a benchmark found, for people and for programs. */
record Report(List<Headline> headlines, List<Row> rows, Environment environment) {
    private static final String COLUMNS = "%7s  %-30s %10s %17s  %10s %13s  %7s %7s  %7s %7s  %6s%n";

    /** Whether no yardstick was missing. */
    boolean isComplete() {
        return rows.stream().allMatch(row -> row.perSecond() != null);
    }

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, COLUMNS, "", "", "per second", "", "product is", "", "ms", "", "CPU µs", "", "others");
        out.printf(
                Locale.ROOT,
                COLUMNS,
                "at once",
                "contender",
                "median",
                "least to most",
                "median",
                "least to most",
                "p50",
                "p99",
                "app",
                "db",
                "CPU %");
        rows.forEach(row -> print(row, out));
        out.println();
        headlines.forEach(headline -> out.println(headline.line()));
        out.println();
        environment.lines().forEach(out::println);
        out.flush();
    }

    private static void print(Row row, PrintWriter out) {
        if (row.perSecond() == null) {
            out.printf(Locale.ROOT, "%7d  %-30s not measured%n", row.atOnce(), row.contender());
            return;
        }
        var rate = row.perSecond();
        var ratio = Objects.requireNonNull(row.productIs());
        out.printf(
                Locale.ROOT,
                COLUMNS,
                row.atOnce(),
                row.contender(),
                number("%,.0f", rate.median()),
                number("%,.0f", rate.least()) + " to " + number("%,.0f", rate.most()),
                number("%.2f ×", ratio.median()),
                number("%.2f", ratio.least()) + " to " + number("%.2f", ratio.most()),
                number("%.2f", row.p50Millis()),
                number("%.2f", row.p99Millis()),
                number("%.0f", row.applicationCpuMicros()),
                number("%.0f", row.databaseCpuMicros()),
                number("%.0f", Objects.requireNonNull(row.othersShare()).median() * 100));
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}

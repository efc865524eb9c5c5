package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.benchmarks.GrowthBenchmark.Work;

/** What the same work costs on ledgers of several sizes. */
record GrowthFigures(List<Headline> headlines, List<Row> rows, Environment environment) {
    /** What P3 asks of standing; wanted of everything here. */
    private static final double GOAL = 1.15;

    /**
     * One kind of work on one of the ledgers, over all rounds.
     *
     * @param leaves of the ledger when this work began
     * @param slower how many times as many were done on the smallest one, round by round
     * @param costs how many times the CPU of application and database an answer took there it takes here, round by round
     * @param p50Millis median over the rounds, like every single figure here
     * @param applicationCpuMicros for each answer, in the product's process
     * @param databaseCpuMicros for each answer, in all processes of its PostgreSQL
     * @param othersShare of the machine's CPU, used by processes that had no part in it; from 0 to 1
     */
    record Row(
            String work,
            int customers,
            long leaves,
            Spread perSecond,
            Spread slower,
            Spread costs,
            double p50Millis,
            double p99Millis,
            double applicationCpuMicros,
            double databaseCpuMicros,
            Spread othersShare) {

        static Row of(Work work, int customers, long leaves, List<Stretch> stretches, List<Stretch> smallest) {
            return new Row(
                    work.toString(),
                    customers,
                    leaves,
                    Spread.of(stretches, Stretch::perSecond),
                    Spread.ofRatios(smallest, stretches, Stretch::perSecond),
                    Spread.ofRatios(stretches, smallest, Row::cpu),
                    Spread.of(stretches, Stretch::p50Micros).median() / 1e3,
                    Spread.of(stretches, Stretch::p99Micros).median() / 1e3,
                    Spread.of(stretches, Stretch::applicationCpuMicros).median(),
                    Spread.of(stretches, Stretch::databaseCpuMicros).median(),
                    Spread.of(stretches, Stretch::othersShare));
        }

        private static double cpu(Stretch stretch) {
            return stretch.applicationCpuMicros() + stretch.databaseCpuMicros();
        }
    }

    /** @param rows for each kind of work the smallest ledger first */
    static GrowthFigures of(List<Row> rows, Environment environment) {
        var headlines = new ArrayList<Headline>();
        for (var work : Work.values()) {
            var of = rows.stream()
                    .filter(row -> row.work().equals(work.toString()))
                    .toList();
            boolean compared = of.size() > 1;
            var largest = of.getLast();
            headlines.add(Headline.atMost(
                    "growth." + work,
                    GOAL,
                    compared ? largest.slower().median() : null,
                    "× slower on the largest ledger"));
            headlines.add(Headline.atMost(
                    "growth." + work + ".cpu",
                    GOAL,
                    compared ? largest.costs().median() : null,
                    "× the CPU on the largest ledger"));
        }
        return new GrowthFigures(List.copyOf(headlines), List.copyOf(rows), environment);
    }

    void print(PrintWriter out) {
        line(out, "", "", "", "per second", "", "smallest", "CPU is", "ms", "", "CPU µs", "", "others");
        line(
                out,
                "work",
                "customers",
                "leaves",
                "median",
                "least to most",
                "is faster",
                "",
                "p50",
                "p99",
                "app",
                "db",
                "%");
        rows.forEach(row -> line(
                out,
                row.work(),
                number("%,d", row.customers()),
                number("%,d", row.leaves()),
                number("%,.0f", row.perSecond().median()),
                number("%,.0f", row.perSecond().least()) + " to "
                        + number("%,.0f", row.perSecond().most()),
                number("%.2f ×", row.slower().median()),
                number("%.2f ×", row.costs().median()),
                number("%.2f", row.p50Millis()),
                number("%.2f", row.p99Millis()),
                number("%.0f", row.applicationCpuMicros()),
                number("%.0f", row.databaseCpuMicros()),
                number("%.0f", row.othersShare().median() * 100)));
        out.println();
        Stream.concat(headlines.stream().map(Headline::line), Stream.of("")).forEach(out::println);
        environment.lines().forEach(out::println);
        out.flush();
    }

    private static void line(PrintWriter out, String... columns) {
        out.printf(Locale.ROOT, "%-12s %11s %12s  %9s %17s  %9s %9s  %7s %7s  %7s %7s  %6s%n", (Object[]) columns);
    }

    private static String number(String format, Number value) {
        return String.format(Locale.ROOT, format, value);
    }
}

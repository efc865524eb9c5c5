package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a benchmark found that has no yardstick beside it. */
record SingleFigures(List<Headline> headlines, List<Figure> rows, Environment environment) {
    /** One of them. */
    record Figure(String what, double value, String unit) {}

    /** Several of them, one after the other. */
    static SingleFigures together(List<SingleFigures> all) {
        return new SingleFigures(
                all.stream().flatMap(one -> one.headlines().stream()).toList(),
                all.stream().flatMap(one -> one.rows().stream()).toList(),
                all.getFirst().environment());
    }

    void print(PrintWriter out) {
        rows.forEach(figure -> out.printf(
                Locale.ROOT, "%-58s %12s %s%n", figure.what(), Headline.number(figure.value()), figure.unit()));
        out.println();
        headlines.forEach(headline -> out.println(headline.line()));
        out.println();
        environment.lines().forEach(out::println);
        out.flush();
    }
}

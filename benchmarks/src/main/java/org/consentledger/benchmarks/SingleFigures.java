package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a benchmark found that has no yardstick beside it. */
record SingleFigures(List<Headline> headlines, List<Figure> rows, Environment environment) {
    /** One of them. */
    record Figure(String what, double value, String unit) {}

    void print(PrintWriter out) {
        rows.forEach(figure -> out.printf(
                Locale.ROOT, "%-48s %12s %s%n", figure.what(), Headline.number(figure.value()), figure.unit()));
        out.println();
        headlines.forEach(headline -> out.println(headline.line()));
        out.println();
        environment.lines().forEach(out::println);
        out.flush();
    }
}

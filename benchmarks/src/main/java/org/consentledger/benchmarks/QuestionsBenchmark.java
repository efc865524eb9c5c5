package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.consentledger.benchmarks.SteadyLoad.Times;
import tools.jackson.databind.JsonNode;

/** Loads many customers by an import and asks about them, while nothing else goes on. */
final class QuestionsBenchmark {
    private static final int CUSTOMERS_A_FILE = 20_000;
    private static final String EDITION = "terms/" + ManyCustomers.TERMS + "/editions/3";
    private static final int COUNTS = 20;
    private static final double NANOS = 1e6;

    private final ProductClient product;
    private final PrintWriter out;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    QuestionsBenchmark(ProductClient product, PrintWriter out) {
        this.product = product;
        this.out = out;
    }

    /**
     * What is measured.
     *
     * @param warmUp how long questions are asked before anything is measured
     */
    record Plan(long customers, int perSecond, Duration warmUp, Duration time) {}

    /** Prints the figures. */
    void run(Plan plan) throws InterruptedException {
        ManyCustomers.publish(product);
        load(plan.customers());
        awaitProjections();
        ask("warm-up", plan, plan.warmUp(), this::standing);
        ask("standing", plan, plan.time(), this::standing);
        ask("permission", plan, plan.time(), this::permission);
        ask("history", plan, plan.time(), this::history);
        count(plan.customers());
        list(plan.customers());
    }

    private void load(long customers) {
        long start = System.nanoTime();
        for (long from = 0; from < customers; from += CUSTOMERS_A_FILE) {
            var rows = new StringBuilder();
            for (long number = from; number < Math.min(customers, from + CUSTOMERS_A_FILE); number++) {
                rows.append(ManyCustomers.rows(number));
            }
            var id = product.send("POST", "imports", "application/x-ndjson", rows.toString())
                    .get("importId")
                    .stringValue();
            var report = BoundedWait.until(() -> ended(id), () -> product.get("imports/" + id));
            if (report.at("/rows/rejected").longValue() > 0) {
                throw new IllegalStateException("rows were rejected: " + report);
            }
            out.println(
                    "loaded " + Math.min(customers, from + CUSTOMERS_A_FILE) + " customers, " + seconds(start) + " s");
            out.flush();
        }
    }

    private Optional<JsonNode> ended(String importId) {
        var report = product.get("imports/" + importId);
        return switch (report.get("state").stringValue()) {
            case "DONE" -> Optional.of(report);
            case "STOPPED" -> throw new IllegalStateException("the import stopped: " + report);
            default -> Optional.empty();
        };
    }

    private void awaitProjections() {
        long start = System.nanoTime();
        long from = lowestPosition(projections());
        long size = BoundedWait.until(
                () -> {
                    var all = projections();
                    long ledgerSize = all.get("ledgerSize").longValue();
                    return lowestPosition(all) + 1 < ledgerSize ? Optional.empty() : Optional.of(ledgerSize);
                },
                this::projections);
        out.println("projections caught up after another " + seconds(start) + " s, " + (size - 1 - from)
                + " leaves by the slowest");
        out.flush();
    }

    private JsonNode projections() {
        return product.get("/actuator/projections");
    }

    private static long lowestPosition(JsonNode all) {
        return all.get("projections")
                .valueStream()
                .mapToLong(projection -> projection.get("position").longValue())
                .min()
                .orElseThrow();
    }

    private interface Question {
        void ask(long customers);
    }

    private void ask(String name, Plan plan, Duration time, Question question) throws InterruptedException {
        tell(name, SteadyLoad.run(plan.perSecond(), time, _ -> question.ask(plan.customers())));
    }

    private void tell(String name, Times times) {
        out.printf(
                Locale.ROOT,
                "%-10s  p50 %.1f ms  p99 %.1f ms  most %.1f ms  (%d asked, %d failed)%n",
                name,
                times.p50(),
                times.p99(),
                times.most(),
                times.asked(),
                times.failed());
        out.flush();
    }

    private void standing(long customers) {
        product.get("customers/" + anybody(customers) + "/standing?termsId=" + ManyCustomers.TERMS);
    }

    private void permission(long customers) {
        product.get("customers/" + anybody(customers) + "/permissions/" + ManyCustomers.PURPOSE + "?termsId="
                + ManyCustomers.TERMS);
    }

    private void history(long customers) {
        product.get("customers/" + anybody(customers) + "/history?termsId=" + ManyCustomers.TERMS);
    }

    private synchronized String anybody(long customers) {
        return ManyCustomers.id(random.nextLong(customers));
    }

    private void count(long customers) {
        double best = Double.MAX_VALUE;
        var counts = "";
        for (int i = 0; i < COUNTS; i++) {
            long start = System.nanoTime();
            counts = product.get(EDITION + "/coverage").get("counts").toString();
            best = Math.min(best, (System.nanoTime() - start) / NANOS);
        }
        if (!counts.equals(ManyCustomers.coverage(customers))) {
            throw new IllegalStateException(counts + " is not " + ManyCustomers.coverage(customers));
        }
        out.printf(Locale.ROOT, "coverage    %.1f ms  %s%n", best, counts);
    }

    private void list(long customers) {
        long start = System.nanoTime();
        long lines;
        try (var csv = product.csv(EDITION + "/customers")) {
            lines = csv.count() - 1;
        }
        out.println("CSV         " + lines + " customers in " + seconds(start) + " s, of " + customers);
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / (NANOS * 1000));
    }
}

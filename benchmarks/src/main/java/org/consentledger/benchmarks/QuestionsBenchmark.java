package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.consentledger.benchmarks.SteadyLoad.Times;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.generated.GeneratedLedger;
import org.consentledger.benchmarks.generated.GeneratedTerms;
import org.consentledger.benchmarks.generated.Outcome;
import tools.jackson.databind.JsonNode;

/** Asks about the customers of a generated ledger, while nothing else goes on. */
final class QuestionsBenchmark {
    private static final String EDITION = "terms/" + GeneratedTerms.TERMS + "/editions/" + GeneratedTerms.LAST;
    private static final int COUNTS = 20;
    private static final double NANOS = 1e6;

    private final DataSet set;
    private final ProductClient product;
    private final PrintWriter out;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    /** @param set on whose ledger the product runs */
    QuestionsBenchmark(DataSet set, ProductClient product, PrintWriter out) {
        this.set = set;
        this.product = product;
        this.out = out;
    }

    /**
     * What is measured.
     *
     * @param warmUp how long all three questions together are asked before anything is measured
     */
    record Plan(int perSecond, Duration warmUp, Duration time) {}

    /** Prints the figures. */
    void run(Plan plan) throws InterruptedException {
        awaitProjections();
        for (var question : List.<Runnable>of(this::standing, this::permission, this::history)) {
            ask("warm-up", plan, plan.warmUp().dividedBy(3), question);
        }
        ask("standing", plan, plan.time(), this::standing);
        ask("permission", plan, plan.time(), this::permission);
        ask("history", plan, plan.time(), this::history);
        count();
        list();
    }

    private void awaitProjections() {
        long start = System.nanoTime();
        long from = lowestPosition(projections());
        long size = BoundedWait.until(
                () -> {
                    var all = projections();
                    long ledgerSize = all.get("ledgerSize").longValue();
                    return lowestPosition(all) + 1 < ledgerSize || isRebuilding(all)
                            ? Optional.empty()
                            : Optional.of(ledgerSize);
                },
                this::projections);
        out.println("projections caught up after another " + seconds(start) + " s, " + (size - 1 - from)
                + " leaves by the slowest");
        out.flush();
    }

    private JsonNode projections() {
        return product.get("/actuator/projections");
    }

    /** Rebuildings go on after a start, and would be measured with the questions. */
    private static boolean isRebuilding(JsonNode all) {
        return all.get("projections")
                .valueStream()
                .map(projection -> projection.at("/rebuild/state").asString())
                .anyMatch(state -> state.equals("REQUESTED") || state.equals("BUILDING"));
    }

    private static long lowestPosition(JsonNode all) {
        return all.get("projections")
                .valueStream()
                .mapToLong(projection -> projection.get("position").longValue())
                .min()
                .orElseThrow();
    }

    private void ask(String name, Plan plan, Duration time, Runnable question) throws InterruptedException {
        tell(name, SteadyLoad.run(plan.perSecond(), time, _ -> question.run()));
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
        if (times.failure() != null) {
            out.println("            the first: " + times.failure().getMessage());
        }
        out.flush();
    }

    private void standing() {
        product.get(anybody() + "/standing?termsId=" + GeneratedTerms.TERMS);
    }

    private void permission() {
        product.get(anybody() + "/permissions/" + GeneratedTerms.VOLUNTARY + "?termsId=" + GeneratedTerms.TERMS);
    }

    private void history() {
        product.get(anybody() + "/history?termsId=" + GeneratedTerms.TERMS);
    }

    private synchronized String anybody() {
        return "customers/" + DataSet.customerId(random.nextInt(set.customers()));
    }

    private void count() {
        double best = Double.MAX_VALUE;
        var counts = "";
        for (int i = 0; i < COUNTS; i++) {
            long start = System.nanoTime();
            counts = product.get(EDITION + "/coverage").get("counts").toString();
            best = Math.min(best, (System.nanoTime() - start) / NANOS);
        }
        out.printf(Locale.ROOT, "coverage    %.1f ms  %s%n", best, counts);
        long added = projections().get("ledgerSize").longValue() - new GeneratedLedger(set).leaves();
        if (added > 0) {
            out.println("            not compared with the histories: " + added + " leaves were added to them since");
        } else {
            compare(counts);
        }
        out.flush();
    }

    private void compare(String counts) {
        var known = known();
        if (!counts.equals(known)) {
            throw new IllegalStateException(counts + " is not " + known);
        }
    }

    /** The counts as whoever generated the histories knows them. */
    private String known() {
        var ledger = new GeneratedLedger(set);
        return "{\"ACCEPTED\":" + ledger.count(Outcome.ACCEPTED) + ",\"NOTICE\":0,\"TO_ACCEPT\":"
                + ledger.count(Outcome.TO_ACCEPT) + ",\"REFUSED\":" + ledger.count(Outcome.REFUSED) + ",\"ENDED\":"
                + ledger.count(Outcome.ENDED) + "}";
    }

    private void list() {
        long start = System.nanoTime();
        long lines;
        try (var csv = product.csv(EDITION + "/customers")) {
            lines = csv.count() - 1;
        }
        out.println("CSV         " + lines + " customers in " + seconds(start) + " s, of " + set.customers());
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / (NANOS * 1000));
    }
}

package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consentledger.benchmarks.SingleFigures.Figure;
import org.consentledger.benchmarks.SteadyLoad.Times;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.generated.GeneratedLedger;
import org.consentledger.benchmarks.generated.GeneratedTerms;
import org.consentledger.benchmarks.generated.Outcome;
import tools.jackson.databind.JsonNode;

/** Asks about the customers of a generated ledger, while nothing else goes on. */
final class QuestionsBenchmark {
    private static final String EDITION = "terms/" + GeneratedTerms.TERMS + "/editions/" + GeneratedTerms.LAST;
    private static final int CLIENTS = 32;
    private static final int COUNTS = 20;
    private static final double GOAL = 5;
    private static final double NANOS = 1e6;

    private final DataSet set;
    private final ProductProcess product;
    private final ProductClient client;
    private final GeneratedQuestions questions;
    private final InstantSource clock;

    /** @param set on whose ledger the product runs */
    QuestionsBenchmark(
            DataSet set, ProductProcess product, ProductClient client, LoadClients clients, InstantSource clock) {
        this.set = set;
        this.product = product;
        this.client = client;
        this.questions = new GeneratedQuestions(set, clients);
        this.clock = clock;
    }

    /**
     * What is measured.
     *
     * @param warmUp how long all three questions are asked before anything is measured, at most; see {@link WarmUp}
     */
    record Plan(int perSecond, Duration warmUp, Duration measured) {}

    /** @throws IllegalStateException where a question is not answered, or coverage counts otherwise than the histories do */
    SingleFigures run(Plan plan, PrintWriter lines) throws Exception {
        var began = clock.instant();
        var headers = Map.of("Authorization", product.tokens().apply("legal"));
        var address = product.questions();
        try (var database = ProductDatabase.of(product)) {
            awaitProjections(lines);
            var all = List.of(
                    questions.standingNow("standing", address, headers),
                    questions.permission("permission", address, headers),
                    questions.history("history", address, headers));
            var warm = warmUp(all, database, plan.warmUp(), lines);
            var standing = ask(all.get(0), plan);
            var permission = ask(all.get(1), plan);
            var history = ask(all.get(2), plan);
            var figures = new ArrayList<Figure>();
            figures.addAll(figures("standing", standing));
            figures.addAll(figures("permission", permission));
            figures.addAll(figures("history", history));
            figures.add(count(lines));
            figures.addAll(list());
            return new SingleFigures(
                    List.of(headline("standing", standing, plan), headline("permission", permission, plan)),
                    figures,
                    Environment.of(began, database.version(), product.heap() + WarmUp.notWarm(List.of(warm))));
        }
    }

    private void awaitProjections(PrintWriter lines) {
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
        lines.printf(
                Locale.ROOT,
                "projections caught up after another %.1f s, %d leaves by the slowest%n",
                seconds(start),
                size - 1 - from);
        lines.flush();
    }

    private JsonNode projections() {
        return client.get("/actuator/projections");
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

    /** Clients that ask what they can, one kind of question after the other. */
    private WarmUp warmUp(List<Runnable> all, ProductDatabase database, Duration most, PrintWriter lines)
            throws Exception {
        var clients = new HttpContender("questions", product.process(), clock, _ -> () -> all.forEach(Runnable::run));
        try (var progress = TurnsProgress.of("questions", 1, lines)) {
            return new Comparison(List.of(clients), _ -> database, Turns.LEAD, clock, progress)
                    .warmUp(CLIENTS, most)
                    .values()
                    .iterator()
                    .next();
        }
    }

    private static Times ask(Runnable question, Plan plan) throws InterruptedException {
        var times = SteadyLoad.run(plan.perSecond(), plan.measured(), _ -> question.run());
        if (times.failure() != null) {
            throw new IllegalStateException(times.failed() + " were not answered", times.failure());
        }
        return times;
    }

    private static List<Figure> figures(String question, Times times) {
        return List.of(
                new Figure(question + ", p50", times.p50(), "ms"),
                new Figure(question + ", p99", times.p99(), "ms"),
                new Figure(question + ", most", times.most(), "ms"));
    }

    private static Headline headline(String question, Times times, Plan plan) {
        return Headline.atMost(question, GOAL, times.p99(), "ms p99 at " + plan.perSecond() + " a second");
    }

    private Figure count(PrintWriter lines) {
        double best = Double.MAX_VALUE;
        var counts = "";
        for (int i = 0; i < COUNTS; i++) {
            long start = System.nanoTime();
            counts = client.get(EDITION + "/coverage").get("counts").toString();
            best = Math.min(best, (System.nanoTime() - start) / NANOS);
        }
        lines.println("coverage: " + counts);
        long added = projections().get("ledgerSize").longValue() - new GeneratedLedger(set).leaves();
        if (added > 0) {
            lines.println("not compared with the histories: " + added + " leaves were added to them since");
        } else {
            compare(counts);
        }
        return new Figure("coverage, best of " + COUNTS, best, "ms");
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

    private List<Figure> list() {
        long start = System.nanoTime();
        try (var csv = client.csv(EDITION + "/customers")) {
            long listed = csv.count() - 1;
            return List.of(
                    new Figure("customers listed as CSV, of " + set.customers(), listed, ""),
                    new Figure("time for that", seconds(start), "s"));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / (NANOS * 1000);
    }
}

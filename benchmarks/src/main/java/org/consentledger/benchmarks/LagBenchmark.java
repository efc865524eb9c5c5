package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.consentledger.benchmarks.SingleFigures.Figure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long after its answer an acceptance is in every projection, at a steady half of the rate that 32 clients reach. One look
 * every 2 ms at where the projections are, in the one query by which the product itself decides whether a reader waits, serves
 * all acceptances: to ask about each of them would be the larger part of the load. A time ends with the look that found the
 * acceptance in all of them, so it is too long by up to the distance of two looks.
 */
final class LagBenchmark {
    private static final int CLIENTS = 32;
    private static final double MEDIAN = 0.5;
    private static final double ALL_BUT_ONE_IN_A_HUNDRED = 0.99;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Processes processes;
    private final Product product;
    private final ProductAcceptances acceptances;
    private final InstantSource clock;

    /** How the product runs, which settles what is wanted of it. */
    enum Processes {
        ONE("P7.one", 100, "one process"),
        TWO("P7.two", 400, "two processes");

        private final String headline;
        private final double goal;
        private final String what;

        Processes(String headline, double goal, String what) {
            this.headline = headline;
            this.goal = goal;
            this.what = what;
        }
    }

    LagBenchmark(Processes processes, Product product, ProductAcceptances acceptances, InstantSource clock) {
        this.processes = processes;
        this.product = product;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /**
     * How to measure.
     *
     * @param perSecond null for half of what the clients reach
     * @param warmUp how long they do what they can before, at most; see {@link WarmUp}
     */
    record Plan(@Nullable Integer perSecond, Duration warmUp, Duration measured) {}

    /**
     * An acceptance.
     *
     * @param at when its answer came, as {@link System#nanoTime} counts
     */
    private record Acknowledged(long position, long at) {}

    SingleFigures run(Plan plan, PrintWriter lines) throws Exception {
        var began = clock.instant();
        try (var database = ProductDatabase.of(product)) {
            var warm = warmUp(database, plan.warmUp(), lines);
            int half = Math.max(1, (int) (warm.last().perSecond() / 2));
            int rate = plan.perSecond() == null ? half : plan.perSecond();
            lines.println("measuring at " + rate + " acceptances a second");
            lines.flush();
            var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
            var requests = acceptances.requests(product.commands(), "lag");
            SteadyLoad.Times answers;
            List<Double> lags;
            try (var visible = VisiblePositions.of(product)) {
                answers = SteadyLoad.run(rate, plan.measured(), number -> {
                    var answer = requests.send(number, number);
                    long at = System.nanoTime();
                    long position = JSON.readTree(answer).get("position").longValue();
                    acknowledged.add(new Acknowledged(position, at));
                });
                if (answers.failure() != null) {
                    throw new IllegalStateException(answers.failed() + " were not answered", answers.failure());
                }
                lags = lags(acknowledged, visible);
            }
            var environment = Environment.of(began, database.version(), product.heap() + WarmUp.notWarm(List.of(warm)));
            return figures(rate, answers, lags, environment);
        }
    }

    /** Clients that do what they can; then the projections catch up. */
    private WarmUp warmUp(ProductDatabase database, Duration most, PrintWriter lines) throws Exception {
        var clients = new HttpContender(processes.what, product.process(), clock, acceptances::client);
        try (var progress = TurnsProgress.of("lag", 1, lines)) {
            var all = new Comparison(List.of(clients), _ -> database, Turns.LEAD, clock, progress)
                    .warmUp(CLIENTS, most)
                    .values();
            database.awaitProjections();
            return all.iterator().next();
        }
    }

    private static List<Double> lags(Iterable<Acknowledged> acknowledged, VisiblePositions visible)
            throws InterruptedException {
        var lags = new ArrayList<Double>();
        for (var one : acknowledged) {
            lags.add(Math.max(0, visible.since(one.position()) - one.at()) / 1e6);
        }
        lags.sort(null);
        return lags;
    }

    private SingleFigures figures(int rate, SteadyLoad.Times answers, List<Double> lags, Environment environment) {
        double p99 = at(lags, ALL_BUT_ONE_IN_A_HUNDRED);
        return new SingleFigures(
                List.of(Headline.atMost(processes.headline, processes.goal, p99, "ms p99, " + processes.what)),
                List.of(
                        figure("rate", rate, "acceptances/s"),
                        figure("acceptances", lags.size(), ""),
                        figure("answered after, p50", answers.p50(), "ms"),
                        figure("answered after, p99", answers.p99(), "ms"),
                        figure("in every projection after the answer, p50", at(lags, MEDIAN), "ms"),
                        figure("in every projection after the answer, p99", p99, "ms"),
                        figure("in every projection after the answer, most", lags.getLast(), "ms")),
                environment);
    }

    private Figure figure(String what, double value, String unit) {
        return new Figure(processes.what + ": " + what, value, unit);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) (sorted.size() * share));
    }
}

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
    private static final double GOAL = 100;
    private static final int CLIENTS = 32;
    private static final double MEDIAN = 0.5;
    private static final double ALL_BUT_ONE_IN_A_HUNDRED = 0.99;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ProductProcess product;
    private final ProductAcceptances acceptances;
    private final InstantSource clock;

    LagBenchmark(ProductProcess product, ProductAcceptances acceptances, InstantSource clock) {
        this.product = product;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /**
     * How to measure.
     *
     * @param perSecond null for half of what the clients reach
     * @param warmUp how long they do what they can before
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
            double reached = warmUp(database, plan.warmUp());
            int rate = plan.perSecond() == null ? Math.max(1, (int) (reached / 2)) : plan.perSecond();
            lines.println("measuring at " + rate + " acceptances a second");
            lines.flush();
            var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
            var requests = acceptances.requests(product.address(), "lag");
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
            return figures(rate, answers, lags, Environment.of(began, database.version(), product.heap()));
        }
    }

    /** Answers how many acceptances a second there were in the second half of the time. */
    private double warmUp(ProductDatabase database, Duration time) throws Exception {
        var load = new WriterThreads(CLIENTS, clock, product.process(), acceptances::client);
        load.workFor(time.dividedBy(2));
        var before = CpuReading.of(clock.instant(), product.process(), database.process());
        load.workFor(time.dividedBy(2));
        var after = CpuReading.of(clock.instant(), product.process(), database.process());
        double reached = Stretch.of(load.end(), before, after, 0).perSecond();
        database.awaitProjections();
        return reached;
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

    private static SingleFigures figures(
            int rate, SteadyLoad.Times answers, List<Double> lags, Environment environment) {
        double p99 = at(lags, ALL_BUT_ONE_IN_A_HUNDRED);
        return new SingleFigures(
                List.of(Headline.atMost("P7.one", GOAL, p99, "ms p99, one process")),
                List.of(
                        new Figure("rate", rate, "acceptances/s"),
                        new Figure("acceptances", lags.size(), ""),
                        new Figure("answered after, p50", answers.p50(), "ms"),
                        new Figure("answered after, p99", answers.p99(), "ms"),
                        new Figure("in every projection after the answer, p50", at(lags, MEDIAN), "ms"),
                        new Figure("in every projection after the answer, p99", p99, "ms"),
                        new Figure("in every projection after the answer, most", lags.getLast(), "ms")),
                environment);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) (sorted.size() * share));
    }
}

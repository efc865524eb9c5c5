package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consentledger.benchmarks.SingleFigures.Figure;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How long pure functions take on one core, by JMH: the mean of what one call takes, and how far the true one may be from it
 * by the iterations' spread (99.9 %).
 */
final class MicroBenchmark {
    private static final String PACKAGE = "org.consentledger.benchmarks.functions.";
    private static final List<String> FUNCTIONS = List.of("Standing", "Tree", "Serializer", "Parser", "Comparison");

    private final InstantSource clock;

    MicroBenchmark(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * How to measure each of them.
     *
     * @param forks how many JVMs, one after the other; 0 for this one, which measures nothing worth telling
     * @param warmUps iterations that are not counted
     */
    record Plan(int forks, int warmUps, int iterations, TimeValue iteration) {}

    SingleFigures run(Plan plan, PrintWriter lines) throws RunnerException {
        var began = clock.instant();
        var figures = new ArrayList<Figure>();
        for (var function : FUNCTIONS) {
            for (var result : new Runner(options(plan, function)).run()) {
                var found = figures(result);
                figures.addAll(found);
                lines.printf(
                        Locale.ROOT,
                        "%s: %.2f %s%n",
                        found.getFirst().what(),
                        found.getFirst().value(),
                        found.getFirst().unit());
                lines.flush();
            }
        }
        return new SingleFigures(
                List.of(),
                figures,
                Environment.of(began, "is not asked", plan.forks() + " forks of " + plan.iterations()));
    }

    private static Options options(Plan plan, String function) {
        return new OptionsBuilder()
                .include(Pattern.quote(PACKAGE + function + "Function."))
                .forks(plan.forks())
                .warmupIterations(plan.warmUps())
                .warmupTime(plan.iteration())
                .measurementIterations(plan.iterations())
                .measurementTime(plan.iteration())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
    }

    private static List<Figure> figures(RunResult result) {
        var name = result.getParams().getBenchmark().substring(PACKAGE.length());
        var primary = result.getPrimaryResult();
        var mean = new Figure(name, primary.getScore(), primary.getScoreUnit());
        return Double.isNaN(primary.getScoreError())
                ? List.of(mean)
                : List.of(mean, new Figure(name + ", plus or minus", primary.getScoreError(), primary.getScoreUnit()));
    }
}

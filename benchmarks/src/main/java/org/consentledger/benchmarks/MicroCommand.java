package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures pure functions; see {@link MicroBenchmark}. */
@Command(
        name = "micro",
        description = {
            "Pure functions by JMH: standing of 50 facts, a tree of 1,000 leaves, the serializer of events, the parser of",
            "texts and the comparison of the demo's two editions."
        },
        mixinStandardHelpOptions = true)
final class MicroCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many JVMs measure each, one after the other. Default: ${DEFAULT-VALUE}.")
    private int forks;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of a second each, in each JVM, after as many of a warm-up. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (forks < 1 || iterations < 1) {
            throw new ParameterException(spec.commandLine(), "--forks and --iterations are at least 1");
        }
        var plan = new MicroBenchmark.Plan(forks, iterations, iterations, TimeValue.seconds(1));
        var found = new MicroBenchmark(InstantSource.system())
                .run(plan, spec.commandLine().getErr());
        found.print(spec.commandLine().getOut());
        figures.write(found);
        return 0;
    }
}

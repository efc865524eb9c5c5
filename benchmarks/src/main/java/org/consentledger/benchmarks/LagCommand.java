package org.consentledger.benchmarks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how far the projections are behind; see {@link LagBenchmark}. */
@Command(
        name = "lag",
        description = {
            "How long after its answer an acceptance is in every projection, at half of the rate that",
            "32 clients reach in the same run, or at the rate that is given."
        },
        mixinStandardHelpOptions = true)
final class LagCommand implements Callable<Integer> {
    /** Answers that are slow need more of them. */
    private static final int CONNECTIONS = 256;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rate", paramLabel = "N", description = "Acceptances a second. Default: half of what is reached.")
    private @Nullable Integer rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long it is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many seconds 32 clients do what they can before. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Mixin
    private final HeapOption heap = new HeapOption(300);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || warmUp < 2 || (rate != null && rate < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--rate and --seconds are at least 1, --warm-up is at least 2");
        }
        var plan = new LagBenchmark.Plan(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        try (var product = ProductProcess.start(figures.data(), heap.megabytes());
                var clients = new LoadClients(CONNECTIONS)) {
            AtExit.close(product);
            var found = new LagBenchmark(product, ProductAcceptances.publish(product, clients), InstantSource.system())
                    .run(plan, spec.commandLine().getErr());
            found.print(spec.commandLine().getOut());
            figures.write(found);
            return 0;
        }
    }
}

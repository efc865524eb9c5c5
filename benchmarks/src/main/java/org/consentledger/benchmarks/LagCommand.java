package org.consentledger.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.LagBenchmark.Processes;
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
            "32 clients reach in the same run, or at the rate that is given. In one process, as users start",
            "the product, and in two: a command side and a query side on one PostgreSQL."
        },
        mixinStandardHelpOptions = true)
final class LagCommand implements Callable<Integer> {
    /** Answers that are slow need more of them. */
    private static final int CONNECTIONS = 256;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--processes",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,2",
            description = "In how many processes the product runs, one after the other. Default: ${DEFAULT-VALUE}.")
    private List<Integer> processes = List.of();

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
            defaultValue = "300",
            description = {
                "How many seconds 32 clients do what they can before, at most: until, from one stretch of 20 s to the",
                "next, the CPU for each request falls by less than 5 %%. Default: ${DEFAULT-VALUE}."
            })
    private int warmUp;

    @Mixin
    private final HeapOption heap = new HeapOption(300);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (seconds < 1
                || warmUp < 2
                || (rate != null && rate < 1)
                || processes.stream().anyMatch(n -> n < 1 || n > 2)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate and --seconds are at least 1, --warm-up is at least 2, --processes are 1 or 2");
        }
        var plan = new LagBenchmark.Plan(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var found = new ArrayList<SingleFigures>();
        for (int count : processes) {
            found.add(measured(count == 1 ? Processes.ONE : Processes.TWO, plan));
        }
        var all = SingleFigures.together(found);
        all.print(spec.commandLine().getOut());
        figures.write(all);
        return 0;
    }

    private SingleFigures measured(Processes count, LagBenchmark.Plan plan) throws Exception {
        try (var product = start(count);
                var clients = new LoadClients(CONNECTIONS)) {
            AtExit.close(product);
            return new LagBenchmark(
                            count, product, ProductAcceptances.publish(product, clients), InstantSource.system())
                    .run(plan, spec.commandLine().getErr());
        }
    }

    private Product start(Processes count) throws IOException, InterruptedException, SQLException {
        return switch (count) {
            case ONE -> ProductProcess.start(figures.data(), heap.megabytes());
            case TWO ->
                TwoSides.start(ProductProcess.checkout(), figures.data(), heap.megabytes(), InstantSource.system());
        };
    }
}

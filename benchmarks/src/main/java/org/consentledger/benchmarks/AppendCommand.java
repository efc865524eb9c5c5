package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares how many events a second are stored durably; see {@link AppendBenchmark}. */
@Command(
        name = "append",
        description = {
            "Durable appends of events of 1 kB with their receipts, in process,",
            "beside Axon's own JDBC event store and pgbench doing one insert a commit."
        },
        mixinStandardHelpOptions = true)
final class AppendCommand implements Callable<Integer> {
    /** The server has 100 connections for all three contenders. */
    private static final int MOST_WRITERS = 40;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--writers",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,8,32",
            description = "How many writers at once. Default: ${DEFAULT-VALUE}.")
    private List<Integer> writers = List.of();

    @Mixin
    private final TurnOptions turns = new TurnOptions(5, 2, 60);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (writers.stream().anyMatch(n -> n < 1 || n > MOST_WRITERS)) {
            throw new ParameterException(spec.commandLine(), "--writers are 1 to " + MOST_WRITERS);
        }
        var commandLine = spec.commandLine();
        var plan = new AppendBenchmark.Plan(writers, turns.turns());
        try (var database = ScratchDatabase.start(figures.data())) {
            AtExit.close(database);
            var report = new AppendBenchmark(database, InstantSource.system()).run(plan, commandLine.getErr());
            report.print(commandLine.getOut());
            figures.write(report);
            return report.isComplete() ? 0 : 1;
        }
    }
}

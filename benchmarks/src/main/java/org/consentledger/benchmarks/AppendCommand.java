package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    private static final Duration LEAD = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--writers",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,8,32",
            description = "How many writers at once. Default: ${DEFAULT-VALUE}.")
    private List<Integer> writers = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each has its turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How long each turn is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many seconds each works before anything is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private @Nullable Path json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "On whose disk to work, in a new directory that is gone afterwards. Default: here.")
    private Path data = Path.of(".");

    @Override
    public Integer call() throws Exception {
        if (writers.stream().anyMatch(n -> n < 1 || n > MOST_WRITERS)) {
            throw new ParameterException(spec.commandLine(), "--writers are 1 to " + MOST_WRITERS);
        }
        if (rounds < 1 || seconds < 1 || warmUp < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds, --seconds and --warm-up are at least 1");
        }
        var commandLine = spec.commandLine();
        var plan = new AppendBenchmark.Plan(
                writers, rounds, Duration.ofSeconds(warmUp), LEAD, Duration.ofSeconds(seconds));
        try (var database = ScratchDatabase.start(data)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop"));
            var report = new AppendBenchmark(database, InstantSource.system()).run(plan, commandLine.getErr());
            report.print(commandLine.getOut());
            if (json != null) {
                report.writeJson(json);
            }
            return report.isComplete() ? 0 : 1;
        }
    }

    private static void stop(ScratchDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

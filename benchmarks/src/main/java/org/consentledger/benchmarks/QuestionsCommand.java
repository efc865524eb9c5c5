package org.consentledger.benchmarks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast questions are answered; see {@link QuestionsBenchmark}. */
@Command(
        name = "questions",
        description = {
            "Starts a product of its own on a generated ledger (five facts a customer on average),",
            "asks over HTTP at a steady rate, counts coverage, and lists all customers as CSV."
        },
        mixinStandardHelpOptions = true)
final class QuestionsCommand implements Callable<Integer> {
    /** Answers that are slow need more of them. */
    private static final int CONNECTIONS = 256;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CustomersOption customers = new CustomersOption(1_000_000);

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Questions a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long each question is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "300",
            description = {
                "How many seconds 32 clients ask what they can before, at most: until, from one stretch of 20 s to the",
                "next, the CPU for each question falls by less than 5 %%. Default: ${DEFAULT-VALUE}."
            })
    private int warmUp;

    @Mixin
    private final HeapOption heap = new HeapOption(200);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || seconds < 1 || warmUp < 2) {
            throw new ParameterException(
                    spec.commandLine(), "--rate and --seconds are at least 1, --warm-up is at least 2");
        }
        var plan = new QuestionsBenchmark.Plan(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var set = customers.set();
        try (var product = ProductProcess.startOn(set, figures.data(), heap.megabytes());
                var client = new ProductClient(product);
                var clients = new LoadClients(CONNECTIONS)) {
            AtExit.close(product);
            var found = new QuestionsBenchmark(set, product, client, clients, InstantSource.system())
                    .run(plan, spec.commandLine().getErr());
            found.print(spec.commandLine().getOut());
            figures.write(found);
            return 0;
        }
    }
}

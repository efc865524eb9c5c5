package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.generated.DataSet;
import picocli.CommandLine.Command;
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
    private static final int LEAST_HEAP = 64;
    private static final int FACTS_EACH = 5;
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int customers;

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
            defaultValue = "180",
            description = "How many seconds are not measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "200",
            description = "The most that the product's JVM may use of the heap. Default: ${DEFAULT-VALUE}.")
    private int heap;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where generated ledgers are kept for the next time. Default: here.")
    private Path data = Path.of(".");

    @Override
    public Integer call() throws Exception {
        if (customers < 1
                || customers > DataSet.MOST_CUSTOMERS
                || rate < 1
                || seconds < 1
                || warmUp < 1
                || heap < LEAST_HEAP) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--customers is 1 to " + DataSet.MOST_CUSTOMERS
                            + ", --rate, --seconds and --warm-up are at least 1, --heap at least " + LEAST_HEAP);
        }
        var plan = new QuestionsBenchmark.Plan(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var set = new DataSet(customers, FACTS_EACH * customers, SEED);
        try (var product = ProductProcess.startOn(set, data, heap);
                var client = new ProductClient(product)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product), "stop"));
            new QuestionsBenchmark(set, client, spec.commandLine().getOut()).run(plan);
            return 0;
        }
    }

    private static void stop(ProductProcess product) {
        try {
            product.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

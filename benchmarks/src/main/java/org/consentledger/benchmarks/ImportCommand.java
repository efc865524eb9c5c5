package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast records of the past are imported; see {@link ImportBenchmark}. */
@Command(
        name = "import",
        description = {
            "Imports rows over HTTP into a product of its own, beside PostgreSQL's COPY",
            "of the event rows that came of them, into a table with the same indexes."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int LEAST_HEAP = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Rows a round, five to a customer. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "4",
            description = "Rounds measured, after one that is not. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "512",
            description = "The most that the product's JVM may use of the heap. Default: ${DEFAULT-VALUE}.")
    private int heap;

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
        if (rows < ManyCustomers.FACTS_EACH || rounds < 1 || heap < LEAST_HEAP) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rows is at least " + ManyCustomers.FACTS_EACH + ", --rounds 1, --heap " + LEAST_HEAP);
        }
        var commandLine = spec.commandLine();
        try (var product = ProductProcess.start(data, heap);
                var client = new ProductClient(product.address(), product.tokens());
                var database = product.database()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product), "stop"));
            var benchmark = new ImportBenchmark(product, client, database, InstantSource.system());
            var figures = benchmark.run(rows / ManyCustomers.FACTS_EACH, rounds, commandLine.getErr());
            figures.print(commandLine.getOut());
            if (json != null) {
                figures.writeJson(json);
            }
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

package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.generated.DataSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast a projection is rebuilt; see {@link RebuildBenchmark}. */
@Command(
        name = "rebuild",
        description = {
            "Rebuilds the standing projection of a generated ledger in a product of its own, beside",
            "reading the events by a JDBC cursor and COPY of the projection's rows, and beside",
            "stock Axon's replay."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final int LEAST_HEAP = 64;
    private static final int FACTS_EACH = 5;
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many, with five facts each on average. Default: ${DEFAULT-VALUE}.")
    private int customers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
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
            description = "Where generated ledgers are kept for the next time. Default: here.")
    private Path data = Path.of(".");

    @Override
    public Integer call() throws Exception {
        if (customers < 1 || customers > DataSet.MOST_CUSTOMERS || rounds < 1 || heap < LEAST_HEAP) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--customers is 1 to " + DataSet.MOST_CUSTOMERS + ", --rounds at least 1, --heap " + LEAST_HEAP);
        }
        var commandLine = spec.commandLine();
        try (var product = ProductProcess.startOn(new DataSet(customers, FACTS_EACH * customers, SEED), data, heap);
                var client = new ProductClient(product);
                var database = product.database();
                var databases = ProductDatabase.of(product);
                var replay = StockAxonReplay.of(
                        databases.create("stock_axon_replay").pool(), RebuildBenchmark.EVENTS_REPLAYED)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product), "stop"));
            var benchmark = new RebuildBenchmark(product, client, database, replay, InstantSource.system());
            var figures = benchmark.run(rounds, commandLine.getErr());
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

package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CustomersOption customers = new CustomersOption(100_000);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds measured, after one that is not. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Mixin
    private final HeapOption heap = new HeapOption(512);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds is at least 1");
        }
        try (var product = ProductProcess.startOn(customers.set(), figures.data(), heap.megabytes());
                var client = new ProductClient(product);
                var database = product.database();
                var databases = ProductDatabase.of(product);
                var replay = StockAxonReplay.of(
                        databases.create("stock_axon_replay").pool(), RebuildBenchmark.EVENTS_REPLAYED)) {
            AtExit.close(product);
            var found = new RebuildBenchmark(product, client, database, replay, InstantSource.system())
                    .run(rounds, spec.commandLine().getErr());
            found.print(spec.commandLine().getOut());
            figures.write(found);
            return 0;
        }
    }
}

package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final HeapOption heap = new HeapOption(512);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (rows < ManyCustomers.FACTS_EACH || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--rows is at least " + ManyCustomers.FACTS_EACH + ", --rounds 1");
        }
        var commandLine = spec.commandLine();
        try (var product = ProductProcess.start(figures.data(), heap.megabytes());
                var client = new ProductClient(product);
                var database = product.database()) {
            AtExit.close(product);
            var benchmark = new ImportBenchmark(product, client, database, InstantSource.system());
            var found = benchmark.run(rows / ManyCustomers.FACTS_EACH, rounds, commandLine.getErr());
            found.print(commandLine.getOut());
            figures.write(found);
            return 0;
        }
    }
}

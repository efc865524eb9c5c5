package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.generated.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares what the same work costs on ledgers of several sizes; see {@link GrowthBenchmark}. */
@Command(
        name = "growth",
        description = {
            "Standing, permission and acceptance over HTTP on generated ledgers of several sizes, by turns, each in a",
            "product of its own; they all run at once. The ledgers are kept, and grow by what is accepted."
        },
        mixinStandardHelpOptions = true)
final class GrowthCommand implements Callable<Integer> {
    private static final int MOST_CLIENTS = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            split = ",",
            paramLabel = "N",
            defaultValue = "200000,2000000",
            description = "Sizes, with five facts a customer on average. Default: ${DEFAULT-VALUE}.")
    private List<Integer> customers = List.of();

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many at once, each on a connection of its own. Default: ${DEFAULT-VALUE}.")
    private int atOnce;

    @Mixin
    private final TurnOptions turns = new TurnOptions(5, 5, 120);

    @Mixin
    private final HeapOption heap = new HeapOption(300);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (customers.stream().anyMatch(n -> n < 1 || n > DataSet.MOST_CUSTOMERS)
                || atOnce < 1
                || atOnce > MOST_CLIENTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--customers are 1 to " + DataSet.MOST_CUSTOMERS + ", --clients 1 to " + MOST_CLIENTS);
        }
        var plan = turns.turns();
        var ledgers = new ArrayList<GrownLedger>();
        try (var clients = new LoadClients(atOnce * customers.size())) {
            for (int size : customers.stream().distinct().sorted().toList()) {
                var set = DataSet.ofFiveFactsEach(size);
                ledgers.add(GrownLedger.start(set, figures.data(), heap.megabytes(), clients));
            }
            var found = new GrowthBenchmark(ledgers, InstantSource.system())
                    .run(atOnce, plan, spec.commandLine().getErr());
            found.print(spec.commandLine().getOut());
            figures.write(found);
            return 0;
        } finally {
            for (var ledger : ledgers) {
                ledger.close();
            }
        }
    }
}

package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.generated.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SizesOption sizes = new SizesOption(200_000, 2_000_000);

    @Mixin
    private final ClientsOption clients = new ClientsOption();

    @Mixin
    private final TurnOptions turns = new TurnOptions(5, 5, 120);

    @Mixin
    private final HeapOption heap = new HeapOption(300);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        var customers = sizes.customers().stream().distinct().toList();
        int atOnce = clients.atOnce();
        var plan = turns.turns();
        var ledgers = new ArrayList<GrownLedger>();
        try (var load = new LoadClients(atOnce * customers.size())) {
            for (int size : customers) {
                var set = DataSet.ofFiveFactsEach(size);
                ledgers.add(GrownLedger.start(set, figures.data(), heap.megabytes(), load));
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

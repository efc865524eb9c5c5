package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.consentledger.benchmarks.StandingBenchmark.Found;
import org.consentledger.benchmarks.generated.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares how fast standing is answered, on ledgers of several sizes; see {@link StandingBenchmark}. */
@Command(
        name = "standing",
        description = {
            "Standing with both clocks given, over HTTP, beside a service on the same PostgreSQL that looks one row up",
            "by an index; on generated ledgers of several sizes, one after the other."
        },
        mixinStandardHelpOptions = true)
final class StandingCommand implements Callable<Integer> {
    private static final double GOAL = 0.9;
    private static final double GROWTH_GOAL = 1.15;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SizesOption sizes = new SizesOption(10_000, 100_000);

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
        var customers = sizes.customers();
        int atOnce = clients.atOnce();
        var plan = turns.turns();
        var clock = InstantSource.system();
        var began = clock.instant();
        var found = new ArrayList<Found>();
        for (int size : customers) {
            found.add(measured(DataSet.ofFiveFactsEach(size), atOnce, plan, clock));
        }
        var report = new Report(
                headlines(found),
                found.stream().flatMap(one -> one.rows(atOnce).stream()).toList(),
                Environment.of(
                        began,
                        found.getFirst().postgres(),
                        "heap of " + heap.megabytes() + " MB each"
                                + found.stream().map(Found::notWarm).collect(Collectors.joining())));
        report.print(spec.commandLine().getOut());
        figures.write(report);
        return 0;
    }

    private Found measured(DataSet set, int atOnce, Turns plan, InstantSource clock) throws Exception {
        try (var product = ProductProcess.startOn(set, figures.data(), heap.megabytes());
                var services = new Services(product.directory(), heap.megabytes());
                var load = new LoadClients(atOnce)) {
            AtExit.close(product);
            AtExit.close(services);
            return new StandingBenchmark(set, product, services, load, clock)
                    .run(atOnce, plan, spec.commandLine().getErr());
        }
    }

    private static List<Headline> headlines(List<Found> found) {
        var headlines = new ArrayList<Headline>();
        found.forEach(one -> headlines.add(Headline.of("P3." + one.customers(), GOAL, one.ratio(), "× index look-up")));
        headlines.add(Headline.atMost(
                "P3.growth",
                GROWTH_GOAL,
                found.size() < 2
                        ? null
                        : found.getFirst().perSecond() / found.getLast().perSecond(),
                "× slower from the smallest to the largest"));
        return headlines;
    }
}

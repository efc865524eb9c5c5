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
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final int MOST_CLIENTS = 200;
    private static final double GOAL = 0.9;
    private static final double GROWTH_GOAL = 1.15;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            split = ",",
            paramLabel = "N",
            defaultValue = "10000,100000",
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
        var clock = InstantSource.system();
        var began = clock.instant();
        var found = new ArrayList<Found>();
        for (int size : customers.stream().sorted().toList()) {
            found.add(measured(DataSet.ofFiveFactsEach(size), turns.turns(), clock));
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

    private Found measured(DataSet set, Turns plan, InstantSource clock) throws Exception {
        try (var product = ProductProcess.startOn(set, figures.data(), heap.megabytes());
                var services = new Services(product.directory(), heap.megabytes());
                var clients = new LoadClients(atOnce)) {
            AtExit.close(product);
            AtExit.close(services);
            return new StandingBenchmark(set, product, services, clients, clock)
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

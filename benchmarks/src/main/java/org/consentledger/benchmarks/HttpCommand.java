package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares how many acceptances a second are durable over HTTP; see {@link HttpBenchmark}. */
@Command(
        name = "http",
        description = {
            "Durable acceptances over HTTP with their receipts, beside services in processes of their own on the",
            "same PostgreSQL: a JDBC insert, stock Axon on JPA, Hibernate Envers. And memory, and how long a start takes."
        },
        mixinStandardHelpOptions = true)
final class HttpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final ClientsOption clients = new ClientsOption();

    @Mixin
    private final TurnOptions turns = new TurnOptions(5, 5, 300);

    @Mixin
    private final HeapOption heap = new HeapOption(300);

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        int atOnce = clients.atOnce();
        var plan = turns.turns();
        try (var product = ProductProcess.startBesideServices(figures.data(), heap.megabytes());
                var services = new Services(product.directory(), heap.megabytes());
                var load = new LoadClients(atOnce)) {
            AtExit.close(product);
            AtExit.close(services);
            var acceptances = ProductAcceptances.publish(product, load);
            var report = new HttpBenchmark(product, services, acceptances, InstantSource.system())
                    .run(atOnce, plan, spec.commandLine().getErr());
            report.print(spec.commandLine().getOut());
            figures.write(report);
            return report.headlines().stream().allMatch(headline -> headline.met() != null) ? 0 : 1;
        }
    }
}

package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast an exported ledger is checked; see {@link VerifyBenchmark}. */
@Command(
        name = "verify",
        description = {
            "Checks an exported ledger as whoever received it does. The ledger is generated and",
            "exported where that has not been done before."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CustomersOption customers = new CustomersOption(100_000);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Checks measured, after one that is not. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Mixin
    private final FigureOptions figures = new FigureOptions();

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds is at least 1");
        }
        var export = KeptExport.of(customers.set(), figures.data());
        var found = new VerifyBenchmark(export, InstantSource.system())
                .run(rounds, spec.commandLine().getErr());
        found.print(spec.commandLine().getOut());
        figures.write(found);
        return 0;
    }
}

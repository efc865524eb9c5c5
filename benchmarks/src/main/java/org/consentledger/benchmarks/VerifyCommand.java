package org.consentledger.benchmarks;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.consentledger.benchmarks.generated.DataSet;
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

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many, with five facts each on average. Default: ${DEFAULT-VALUE}.")
    private int customers;

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
        if (customers < 1 || customers > DataSet.MOST_CUSTOMERS || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--customers is 1 to " + DataSet.MOST_CUSTOMERS + ", --rounds is at least 1");
        }
        var export = KeptExport.of(DataSet.ofFiveFactsEach(customers), figures.data());
        var found = new VerifyBenchmark(export, InstantSource.system())
                .run(rounds, spec.commandLine().getErr());
        found.print(spec.commandLine().getOut());
        figures.write(found);
        return 0;
    }
}

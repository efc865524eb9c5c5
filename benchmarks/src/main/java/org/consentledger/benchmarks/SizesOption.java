package org.consentledger.benchmarks;

import java.util.List;
import org.consentledger.benchmarks.generated.DataSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The sizes of the generated ledgers on which something is measured. */
final class SizesOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            split = ",",
            paramLabel = "N",
            description = "Sizes, with five facts a customer on average. Default: ${DEFAULT-VALUE}.")
    private List<Integer> customers;

    /** @param customers how many each ledger has where nothing is said */
    SizesOption(Integer... customers) {
        this.customers = List.of(customers);
    }

    /**
     * The smallest first.
     *
     * @throws ParameterException where there can be no such ledger
     */
    List<Integer> customers() {
        if (customers.stream().anyMatch(n -> n < 1 || n > DataSet.MOST_CUSTOMERS)) {
            throw new ParameterException(spec.commandLine(), "--customers are 1 to " + DataSet.MOST_CUSTOMERS);
        }
        return customers.stream().sorted().toList();
    }
}

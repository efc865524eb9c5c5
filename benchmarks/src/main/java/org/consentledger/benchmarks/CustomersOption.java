package org.consentledger.benchmarks;

import org.consentledger.benchmarks.generated.DataSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The size of the generated ledger on which something is measured. */
final class CustomersOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "How many, with five facts each on average. Default: ${DEFAULT-VALUE}.")
    private int customers;

    /** @param customers how many it has where nothing is said */
    CustomersOption(int customers) {
        this.customers = customers;
    }

    /** @throws ParameterException where there can be no such ledger */
    DataSet set() {
        if (customers < 1 || customers > DataSet.MOST_CUSTOMERS) {
            throw new ParameterException(spec.commandLine(), "--customers is 1 to " + DataSet.MOST_CUSTOMERS);
        }
        return DataSet.ofFiveFactsEach(customers);
    }
}

package org.consentledger.benchmarks;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many clients work at once. */
final class ClientsOption {
    private static final int MOST = 200;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many at once, each on a connection of its own. Default: ${DEFAULT-VALUE}.")
    private int clients;

    /** @throws ParameterException where it is more than one machine can play, or none */
    int atOnce() {
        if (clients < 1 || clients > MOST) {
            throw new ParameterException(spec.commandLine(), "--clients are 1 to " + MOST);
        }
        return clients;
    }
}

package org.consentledger.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./ledger bench NAME}: a new benchmark is a class of its own and an entry here.
 *
 * <p>Exit status: 0 measured, whatever came out; 1 not measured, or a yardstick was missing; 2 wrong usage.
 */
@Command(
        name = "ledger bench",
        description = "Measure the product beside its yardsticks. See docs/PERFORMANCE.md.",
        synopsisSubcommandLabel = "NAME",
        commandListHeading = "%nBenchmarks:%n",
        mixinStandardHelpOptions = true,
        subcommands = AppendCommand.class)
public final class BenchCommand {
    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand());
    }

    public static void main(String[] arguments) {
        // Axon reads this one from the JVM alone; by default it reports its use over the network.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.exit(commandLine().execute(arguments));
    }
}

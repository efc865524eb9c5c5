package org.consentledger.benchmarks;

import java.util.Arrays;
import org.consentledger.benchmarks.yardsticks.YardstickService;
import org.consentledger.standalone.StandaloneApplication;
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
        subcommands = {
            AllCommand.class,
            AppendCommand.class,
            HttpCommand.class,
            StandingCommand.class,
            LagCommand.class,
            VerifyCommand.class,
            ImportCommand.class,
            QuestionsCommand.class,
            GrowthCommand.class,
            MicroCommand.class,
            RebuildCommand.class,
            DataCommand.class
        })
public final class BenchCommand {
    /** As first argument it runs the product itself, for those benchmarks that need it in a process of its own. */
    static final String PRODUCT = "product";

    /** As first argument it serves a yardstick; the others are {@link YardstickService#arguments}. */
    static final String YARDSTICK = "yardstick";

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand());
    }

    public static void main(String[] arguments) throws Exception {
        // Axon reads this one from the JVM alone; by default it reports its use over the network.
        System.setProperty("axoniq.update-checker.disabled", "true");
        if (arguments.length > 0 && arguments[0].equals(PRODUCT)) {
            StandaloneApplication.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        if (arguments.length > 0 && arguments[0].equals(YARDSTICK)) {
            YardstickService.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        System.exit(commandLine().execute(arguments));
    }
}

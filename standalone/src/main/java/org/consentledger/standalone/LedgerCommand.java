package org.consentledger.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./ledger VERB}: a new verb is a class of its own and an entry here.
 *
 * <p>Exit status: 0 done, 1 not done, 2 wrong usage.
 */
@Command(
        name = "ledger",
        description = "Records which terms a customer accepted, and answers it for any date.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        subcommands = StartCommand.class)
final class LedgerCommand {

    static int run(String... arguments) {
        return new CommandLine(new LedgerCommand()).execute(arguments);
    }
}

package org.consentledger.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code ./ledger VERB}: a new verb is a class of its own and an entry here.
 *
 * <p>Exit status: 0 done or verified, 1 not done or not verified, 2 wrong usage.
 */
@Command(
        name = "ledger",
        description = "Records which terms a customer accepted, and answers it for any date.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = "%nThe verb bench is a program of its own: ./ledger bench --help",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        subcommands = {
            StartCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            FsckCommand.class,
            VerifyCommand.class,
            ReplayCommand.class,
            RebuildCommand.class,
            KeysCommand.class,
            RetentionCommand.class,
            WitnessCommand.class,
            TimestampCommand.class
        })
final class LedgerCommand {

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new LedgerCommand()).setParameterExceptionHandler(LedgerCommand::explain);
    }

    private static int explain(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        command.usage(command.getErr());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}

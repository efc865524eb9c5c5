package org.consentledger.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.signer.KeySuccession;
import org.consentledger.standalone.postgres.DatabaseRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Puts a new key in the place of the one that signs the ledger, while the product is stopped. The change is published
 * under {@code /ledger/key-changes}.
 */
@Command(
        name = "keys",
        description = "Change the key that signs the ledger; the product must be stopped.",
        synopsisSubcommandLabel = "(rotate | declare-restore)",
        mixinStandardHelpOptions = true)
final class KeysCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "rotate",
            description = "Hand the ledger over to a new key; both keys sign the same checkpoint.",
            mixinStandardHelpOptions = true)
    int rotate(@Mixin StoppedLedgerOptions ledger) {
        return change(ledger, KeySuccession::rotate, "The ledger is handed over to a new key");
    }

    @Command(
            name = "declare-restore",
            description = {
                "State that the database was put back on purpose, so that a signer which stopped signs again:",
                "with a new key, and with what the old one signed last published beside it."
            },
            mixinStandardHelpOptions = true)
    int declareRestore(@Mixin StoppedLedgerOptions ledger) {
        return change(ledger, KeySuccession::declareRestore, "The restore is declared; a new key signs from here on");
    }

    private int change(StoppedLedgerOptions options, Change change, String done) {
        PrintWriter out = spec.commandLine().getOut();
        try (var ledger = options.open(out::println)) {
            var checkpoint = change.of(new KeySuccession(ledger.keys(), ledger.dataSource()));
            out.println(
                    done + ", at size " + Checkpoint.parse(checkpoint.text()).size() + ".");
            return 0;
        } catch (StartRefused | DatabaseRefused | KeyRefused | UncheckedIOException e) {
            return refuse(e);
        } catch (IOException e) {
            return refuse(e);
        }
    }

    private int refuse(Exception why) {
        spec.commandLine().getErr().println("ledger: " + why.getMessage());
        return 1;
    }

    @FunctionalInterface
    private interface Change {
        SignedNote of(KeySuccession succession) throws IOException;
    }
}

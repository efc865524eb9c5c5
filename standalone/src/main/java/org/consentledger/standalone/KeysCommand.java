package org.consentledger.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.consentledger.ledger.keys.KeyRefused;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.MasterKeyFiles;
import org.consentledger.ledger.schema.SchemaMigration;
import org.consentledger.ledger.signer.KeySuccession;
import org.consentledger.standalone.postgres.DatabaseRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Puts a new key in the place of the one that signs the ledger, while the product is stopped, which is published under
 * {@code /ledger/key-changes}; or a new master key in the place of the one that customers' data keys are wrapped with,
 * whether the product runs or not.
 */
@TalksToTheTerminal
@Command(
        name = "keys",
        description = "Change the key that signs the ledger, or the master key of the customers' data keys.",
        synopsisSubcommandLabel = "(rotate | declare-restore | rotate-epoch)",
        mixinStandardHelpOptions = true)
final class KeysCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "rotate",
            description =
                    "Hand the ledger over to a new key; both keys sign the same checkpoint. Stop the product first.",
            mixinStandardHelpOptions = true)
    int rotate(@Mixin StoppedLedgerOptions ledger) {
        return change(ledger, KeySuccession::rotate, "The ledger is handed over to a new key");
    }

    @Command(
            name = "declare-restore",
            description = {
                "State that the database was put back on purpose, so that a signer which stopped signs again:",
                "with a new key, and with what the old one signed last published beside it. Stop the product first."
            },
            mixinStandardHelpOptions = true)
    int declareRestore(@Mixin StoppedLedgerOptions ledger) {
        return change(ledger, KeySuccession::declareRestore, "The restore is declared; a new key signs from here on");
    }

    @Command(
            name = "rotate-epoch",
            description = {
                "Wrap the customers' data keys under a new master key and destroy the old one, so that what it wrapped",
                "in backups opens no more. No event is touched; the product may run."
            },
            mixinStandardHelpOptions = true)
    int rotateEpoch(
            @Mixin LedgerOptions options,
            @Mixin LedgerKeysOption keys,
            @Option(
                            names = "--kms-key-uri",
                            paramLabel = "URI",
                            defaultValue = "${env:LEDGER_KMSKEYURI}",
                            description = {
                                "The key of a key management service that seals the new master key, as",
                                "gcp-kms://… or aws-kms://…; by default LEDGER_KMSKEYURI, or else that of the old one."
                            })
                    @Nullable
                    String kmsKeyUri) {
        return LedgerVerb.run(parts -> {
            var ledger = options.open(parts);
            var masterKeys = new MasterKeyFiles(keys.of(ledger), kmsKeyUri);
            new SchemaMigration(ledger.dataSource(), "ledger");
            int epoch = new Epochs(ledger.dataSource(), masterKeys).rotate();
            System.out.println("The master key is that of epoch " + epoch + " now; the one before is destroyed.");
            return 0;
        });
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

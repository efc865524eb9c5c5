package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.consentledger.verifier.DossierCheck;
import org.consentledger.verifier.ExportCheck;
import org.consentledger.verifier.ReceiptCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks offline what the ledger gave out. */
@TalksToTheTerminal
@Command(
        name = "verify",
        description = "Check a dossier, an exported ledger or a receipt, offline.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    /** As every ZIP archive begins that holds anything. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DOSSIER|DIR|RECEIPT",
            description =
                    "A dossier (a ZIP archive or what was unpacked of it), an exported ledger, or a receipt (tlog-proof).")
    private Path what = Path.of("");

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private QuorumOptions witnesses = new QuorumOptions();

    @Mixin
    private AuthorityOption authority = new AuthorityOption();

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "A checkpoint or receipt kept from earlier, which the exported ledger must continue.")
    private List<Path> kept = List.of();

    @Option(names = "--entry", paramLabel = "FILE", description = "The receipt is for this entry of the log.")
    private @Nullable Path entry;

    @Option(names = "--statement", paramLabel = "FILE", description = "The receipt is for this statement.")
    private @Nullable Path statement;

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "The receipt is for this event, a line of an exported ledger.")
    private @Nullable Path event;

    @Override
    public Integer call() {
        if (!Files.exists(what)) {
            throw wrong(what + " does not exist");
        }
        return LedgerVerb.run(_ -> isDossier() ? dossier() : Files.isDirectory(what) ? directory() : receipt());
    }

    private boolean isDossier() throws IOException {
        if (Files.isDirectory(what)) {
            return ReceivedDossier.isUnpackedIn(what);
        }
        try (var file = Files.newInputStream(what)) {
            return Arrays.equals(file.readNBytes(ZIP.length), ZIP);
        }
    }

    private int dossier() throws IOException {
        if (entry != null || statement != null || event != null || !kept.isEmpty()) {
            throw wrong("--entry, --statement, --event and --kept do not go with a dossier");
        }
        var quorum = witnesses.read();
        return ReportText.print(
                new DossierCheck(what, keys.read(), quorum)
                        .trusting(authority.read())
                        .run(),
                quorum);
    }

    private int directory() throws IOException {
        if (entry != null || statement != null || event != null) {
            throw wrong("--entry, --statement and --event go with a receipt");
        }
        return ReportText.print(check(keys.read(), kept(), witnesses.read(), authority.read()));
    }

    private AuditReport check(
            List<VerifierKey> trusted, List<SignedNote> keptNotes, Quorum quorum, @Nullable TrustedAuthority timestamps)
            throws IOException {
        try (var progress = TerminalProgress.of("verify")) {
            return new ExportCheck(what, trusted, keptNotes, quorum, progress)
                    .trusting(timestamps)
                    .run();
        }
    }

    private List<SignedNote> kept() throws IOException {
        var notes = new ArrayList<SignedNote>();
        for (Path file : kept) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                notes.add(TlogProof.isReceipt(bytes) ? TlogProof.parse(bytes).checkpoint() : SignedNote.parse(bytes));
            } catch (NoteRejected e) {
                throw wrong("--kept " + file + ": " + e.getMessage());
            }
        }
        return notes;
    }

    private int receipt() throws IOException {
        if (!kept.isEmpty() || authority.read() != null) {
            throw wrong("--kept and --tsa-cert go with an exported ledger");
        }
        var trusted = keys.read();
        if (trusted.isEmpty()) {
            throw wrong("a receipt is checked with --key: who takes the key from the receipt's giver proves nothing");
        }
        byte[] receipt = Files.readAllBytes(what);
        var quorum = witnesses.read();
        var check = new ReceiptCheck(trusted, quorum);
        if (event != null && statement == null && entry == null) {
            return ReportText.print(check.event(receipt, Files.readAllBytes(event)), quorum);
        }
        if (statement != null && event == null && entry == null) {
            return ReportText.print(check.statement(receipt, Files.readAllBytes(statement)), quorum);
        }
        if (entry != null && event == null && statement == null) {
            return ReportText.print(check.entry(receipt, Files.readAllBytes(entry)), quorum);
        }
        throw wrong("say what the receipt is for, with one of --event, --statement and --entry");
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}

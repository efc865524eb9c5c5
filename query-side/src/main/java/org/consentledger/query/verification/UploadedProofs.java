package org.consentledger.query.verification;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.consentledger.dossier.DossierPaths;
import org.consentledger.dossier.DossierRejected;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.TlogProof;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.verifier.DossierCheck;
import org.consentledger.verifier.ReceiptCheck;
import org.springframework.stereotype.Component;

/**
 * Checks what the ledger once gave out, with the code by which {@code ./ledger verify} checks it offline, against the keys
 * and leaves of the ledger as it is now: what was signed by its key and is not in it any more does not hold.
 */
@Component
class UploadedProofs {
    /** Unpacked; a dossier of 5,000 facts has a third of it. */
    private static final long MOST_UNPACKED = 128L << 20;

    /** No leaf has it, so that nothing proves it. */
    private static final byte[] NO_ENTRY = {};

    private final PublicLog log;

    UploadedProofs(PublicLog log) {
        this.log = log;
    }

    /** A receipt, against the leaf that the ledger has at its position. */
    VerificationAnswer receipt(byte[] file) {
        var check = new ReceiptCheck(keys(), Quorum.NONE);
        var entry = position(file).flatMap(log::entry);
        var verdict = check.entry(file, entry.map(LeafEntry::canonical).orElse(NO_ENTRY));
        return VerificationAnswer.of(
                verdict, entry, verdict.checkpoint().map(this::besideLedger).orElse(List.of()));
    }

    private static Optional<Long> position(byte[] receipt) {
        try {
            return Optional.of(TlogProof.parse(receipt).index());
        } catch (NoteRejected _) {
            return Optional.empty(); // the check says why
        }
    }

    VerificationAnswer dossier(byte[] archive) throws IOException {
        var keys = keys();
        var verdict = new DossierCheck(() -> ReceivedDossier.unpacked(archive, MOST_UNPACKED), keys, Quorum.NONE).run();
        var checkpoint = verdict.ledger() == null ? Optional.<Checkpoint>empty() : checkpoint(archive, keys);
        return VerificationAnswer.of(
                verdict, checkpoint, checkpoint.map(this::besideLedger).orElse(List.of()));
    }

    private static Optional<Checkpoint> checkpoint(byte[] archive, List<VerifierKey> keys) {
        try {
            byte[] note = ReceivedDossier.unpacked(archive, MOST_UNPACKED).file(DossierPaths.CHECKPOINT);
            return note == null ? Optional.empty() : Optional.of(Checkpoint.open(SignedNote.parse(note), keys));
        } catch (DossierRejected | NoteRejected _) {
            return Optional.empty(); // the check says why
        }
    }

    /** The ledger as it is now begins with every tree that it signed, unless it was put back. */
    private List<Finding> besideLedger(Checkpoint checkpoint) {
        var root = log.root(checkpoint.size());
        if (root.isEmpty()) {
            return List.of(new Finding(
                    Damage.CHECKPOINT_BEYOND,
                    Finding.NOWHERE,
                    "it rests on a tree of " + checkpoint.size() + " leaves, and the ledger has signed fewer"));
        }
        return root.get().equals(checkpoint.root())
                ? List.of()
                : List.of(new Finding(
                        Damage.CHECKPOINT_CONTRADICTED,
                        Finding.NOWHERE,
                        "it rests on a tree of " + checkpoint.size() + " leaves that the ledger does not begin with"));
    }

    private List<VerifierKey> keys() {
        var keys = log.keys().stream().map(VerifierKey::parse).toList();
        if (keys.isEmpty()) {
            throw new QuestionRejected(Code.NOT_YET_SIGNED);
        }
        return keys;
    }
}

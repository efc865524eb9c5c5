package org.consentledger.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.consentledger.dossier.DossierRejected;
import org.consentledger.dossier.ReceivedDossier;
import org.consentledger.dossier.Sources;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.timestamp.TimestampRejected;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.ProofRejected;
import org.jspecify.annotations.Nullable;

/**
 * Checks a dossier offline: that its facts are the ledger's, and that everything else in it, the answer first, is what
 * follows from them by the same code that answers questions.
 */
public final class DossierCheck {
    private final Received dossier;
    private final List<VerifierKey> trusted;
    private final Quorum quorum;
    private final Findings findings = new Findings();
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable TrustedAuthority authority;

    /**
     * @param dossier the archive as it was received, or the folder that it was unpacked into
     * @param trusted keys of the ledger, which the reader has from somewhere he trusts; where empty, those in the dossier
     *     are taken, and the verdict says so
     * @param quorum of the witnesses that he trusts
     */
    public DossierCheck(Path dossier, Collection<VerifierKey> trusted, Quorum quorum) {
        this(() -> ReceivedDossier.read(dossier), trusted, quorum);
    }

    /** The same for one that was not received as a file. */
    public DossierCheck(Received dossier, Collection<VerifierKey> trusted, Quorum quorum) {
        this.dossier = dossier;
        this.trusted = List.copyOf(trusted);
        this.quorum = quorum;
    }

    /** Where a dossier comes from. */
    @FunctionalInterface
    public interface Received {
        /**
         * Reads what was received.
         *
         * @throws DossierRejected where it is no dossier
         * @throws IOException where it cannot be read
         */
        ReceivedDossier read() throws IOException;
    }

    /** Whose time stamps are believed; where it is not said, the verdict remarks that this was left open. */
    public DossierCheck trusting(@Nullable TrustedAuthority timestamps) {
        this.authority = timestamps;
        return this;
    }

    /** @throws IOException where the file cannot be read */
    public DossierVerdict run() throws IOException {
        try {
            var received = dossier.read();
            return check(received, received.sources());
        } catch (DossierRejected e) {
            findings.add(Damage.FILE_MALFORMED, Finding.NOWHERE, "the dossier: " + e.getMessage());
            return new DossierVerdict(null, null, 0, List.of(), findings.kept(), remarks);
        }
    }

    private DossierVerdict check(ReceivedDossier received, Sources sources) {
        var keys = keys(sources);
        @Nullable String ledger = null;
        List<Cosignature> cosignatures = List.of();
        try {
            var checkpoint = Checkpoint.open(sources.checkpoint(), keys);
            ledger = checkpoint.origin();
            cosignatures = cosignatures(sources);
            new FactsCheck(sources, findings).check(checkpoint);
            new HandedKeysCheck(sources, findings).check().ifPresent(remarks::add);
            checkStamp(sources, checkpoint, keys);
        } catch (NoteRejected e) {
            findings.add(Damage.CHECKPOINT_NOT_SIGNED, Finding.NOWHERE, "the checkpoint: " + e.getMessage());
        }
        new DossierFilesCheck(received, findings).check(sources, keys);
        return new DossierVerdict(
                sources.question(), ledger, sources.relevant().size(), cosignatures, findings.kept(), remarks);
    }

    private List<VerifierKey> keys(Sources sources) {
        if (trusted.isEmpty()) {
            sources.keys()
                    .forEach(key -> remarks.add(Remark.of(
                            Remark.Code.KEY_FROM_DOSSIER,
                            "the key was taken from the dossier itself; compare it with one that you have from elsewhere: "
                                    + key,
                            key)));
            return sources.keys();
        }
        return trusted;
    }

    private List<Cosignature> cosignatures(Sources sources) {
        var cosignatures = Cosignature.on(sources.checkpoint(), quorum.witnesses());
        if (!quorum.isMetBy(cosignatures)) {
            findings.add(
                    Damage.QUORUM_NOT_MET,
                    Finding.NOWHERE,
                    "cosigned by " + cosignatures.size() + " of the "
                            + quorum.witnesses().size() + " witnesses, asked for are " + quorum.needed());
        }
        return cosignatures;
    }

    private void checkStamp(Sources sources, Checkpoint checkpoint, List<VerifierKey> keys) {
        var stamp = sources.stamp();
        if (stamp == null) {
            remarks.add(
                    Remark.of(Remark.Code.NO_TIMESTAMP, "no time stamp: when it was recorded is the ledger's word"));
            return;
        }
        try {
            var said = stamp.stamped().verify(keys, authority);
            stamp.consistency().verify(Hash.ofBase64(said.checkpointRoot()), checkpoint.root());
            sources.relevant().stream()
                    .mapToLong(relevant -> relevant.proven().event().position())
                    .filter(position -> position >= said.checkpointSize())
                    .forEach(position -> findings.add(
                            Damage.TIMESTAMP_REJECTED, position, "the time stamp is older than this event"));
            remarks.add(Remark.of(
                    authority == null ? Remark.Code.STAMPED_BY_WHOMEVER : Remark.Code.STAMPED,
                    "stamped at " + said.genTime() + " with " + said.checkpointSize() + " leaves, by "
                            + said.authority()
                            + (authority == null ? "; whether that is an authority to trust was not checked" : ""),
                    said.genTime(),
                    said.checkpointSize(),
                    said.authority()));
        } catch (NoteRejected | TimestampRejected | ProofRejected e) {
            findings.add(Damage.TIMESTAMP_REJECTED, Finding.NOWHERE, "the time stamp: " + e.getMessage());
        }
    }
}

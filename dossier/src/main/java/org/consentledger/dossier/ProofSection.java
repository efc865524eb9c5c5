package org.consentledger.dossier;

import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.VerifierKey;

/** What the proofs lead to: for whoever compares it with what he has from elsewhere. */
final class ProofSection {
    private final Page page;
    private final Derived derived;
    private final List<Words> spoken;

    ProofSection(Page page, Derived derived, List<Words> spoken) {
        this.page = page;
        this.derived = derived;
        this.spoken = spoken;
    }

    void write() {
        var sources = derived.sources();
        var checkpoint = Checkpoint.parse(sources.checkpoint().text());
        page.rows(
                both("proof.ledger"), checkpoint.origin(),
                both("proof.size"), Long.toString(checkpoint.size()),
                both("proof.root"), checkpoint.root().base64(),
                both("proof.keys"),
                        sources.keys().stream().map(VerifierKey::encode).collect(Collectors.joining("\n")),
                both("proof.signers"),
                        sources.checkpoint().signatures().stream()
                                .map(NoteSignature::name)
                                .distinct()
                                .collect(Collectors.joining("\n")),
                both("proof.events"), Integer.toString(sources.relevant().size()),
                both("proof.others"), Integer.toString(sources.others().size()),
                both("proof.dataKeys"), dataKeys(sources),
                both("proof.timestamp"), sources.stamp() == null ? both("none") : DossierPaths.TOKEN + " (RFC 3161)",
                both("proof.formats"),
                        "RFC 6962, RFC 8785, C2SP tlog-proof, tlog-checkpoint, signed-note, tlog-cosignature");
    }

    private String dataKeys(Sources sources) {
        return sources.handedKeys().isEmpty()
                ? both("none")
                : sources.handedKeys().stream()
                        .map(key -> DossierPaths.dataKey(key.commitment().version()))
                        .collect(Collectors.joining(", "));
    }

    private String both(String key) {
        return spoken.stream().map(words -> words.say(key)).collect(Collectors.joining(" / "));
    }
}

package org.consentledger.verifier;

import java.util.List;
import org.consentledger.dossier.Question;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Cosignature;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a dossier came to.
 *
 * @param question that it answers; {@code null} where it cannot be read
 * @param ledger name of the ledger that it is from; {@code null} where that was not shown
 * @param facts how many events were proven
 * @param cosignatures of the witnesses that the reader trusts
 * @param remarks what a reader should know though nothing contradicts itself
 */
public record DossierVerdict(
        @Nullable Question question,
        @Nullable String ledger,
        int facts,
        List<Cosignature> cosignatures,
        List<Finding> findings,
        List<Remark> remarks) {
    public DossierVerdict {
        cosignatures = List.copyOf(cosignatures);
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** Whether the facts are the ledger's, the answer follows from them, and no file says anything else. */
    public boolean isVerified() {
        return findings.isEmpty() && ledger != null;
    }
}

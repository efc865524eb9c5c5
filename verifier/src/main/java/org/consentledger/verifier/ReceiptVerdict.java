package org.consentledger.verifier;

import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;

/**
 * What the check of a receipt came to.
 *
 * @param checkpoint that the leaf is under; empty where the receipt does not show it
 * @param position of the leaf, as the receipt claims; -1 where it cannot be read
 * @param cosignatures of the witnesses that the reader trusts
 * @param remarks what a reader should know though nothing contradicts itself
 */
public record ReceiptVerdict(
        Optional<Checkpoint> checkpoint,
        long position,
        List<Cosignature> cosignatures,
        List<Finding> findings,
        List<Remark> remarks) {
    public ReceiptVerdict {
        cosignatures = List.copyOf(cosignatures);
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** Whether the leaf is in the ledger, and all that was given with it fits. */
    public boolean isVerified() {
        return checkpoint.isPresent() && findings.isEmpty();
    }
}

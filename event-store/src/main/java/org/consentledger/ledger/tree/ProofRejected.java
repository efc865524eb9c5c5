package org.consentledger.ledger.tree;

/** A proof does not show what it claims; the message says which step failed, for a reader who doubts the ledger. */
public final class ProofRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProofRejected(String reason) {
        super(reason);
    }
}

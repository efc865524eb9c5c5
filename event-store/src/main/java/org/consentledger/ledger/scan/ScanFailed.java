package org.consentledger.ledger.scan;

/** The database did not answer, or holds no ledger of this version; nothing is said about the ledger. */
public final class ScanFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScanFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}

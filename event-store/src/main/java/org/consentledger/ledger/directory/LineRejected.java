package org.consentledger.ledger.directory;

/** A line of an exported ledger is not in the one form it has. */
public final class LineRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LineRejected(String reason) {
        super(reason);
    }

    public LineRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}

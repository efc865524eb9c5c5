package org.consentledger.ledger.statement;

/** JSON that is not in the one form it must have, or a value that this form cannot hold without changing it. */
public final class StatementRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatementRejected(String reason) {
        super(reason);
    }

    StatementRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}

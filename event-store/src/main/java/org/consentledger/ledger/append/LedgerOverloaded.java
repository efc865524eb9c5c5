package org.consentledger.ledger.append;

/** More units of work wait to be appended than the appender takes in; nothing was stored. */
public final class LedgerOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerOverloaded(int waiting) {
        super(waiting + " units of work are waiting already");
    }
}

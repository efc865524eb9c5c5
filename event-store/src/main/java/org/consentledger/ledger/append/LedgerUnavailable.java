package org.consentledger.ledger.append;

/** The database could not be reached or did not answer; nothing was stored, and it may be tried again. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String why, Throwable cause) {
        super(why, cause);
    }

    LedgerUnavailable(String why) {
        super(why);
    }
}

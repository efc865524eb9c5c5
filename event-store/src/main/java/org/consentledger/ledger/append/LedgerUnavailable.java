package org.consentledger.ledger.append;

import org.jspecify.annotations.Nullable;

/** The database, or where the events live, could not be reached or did not answer; nothing was stored, and it may be tried again. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    public LedgerUnavailable(String why) {
        super(why);
    }
}

package org.consentledger.ledger.personal;

import org.jspecify.annotations.Nullable;

/** What was sealed does not open though its key is there: it was changed, moved, or sealed with another key. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String why) {
        this(why, null);
    }

    SealBroken(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

package org.consentledger.ledger.stamping;

/** The authority gave no token, or none that is right; nothing was kept, and it may be asked again. */
public final class StampingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StampingFailed(String why) {
        super(why);
    }

    StampingFailed(String why, Throwable cause) {
        super(why, cause);
    }
}

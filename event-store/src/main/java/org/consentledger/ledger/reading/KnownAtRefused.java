package org.consentledger.ledger.reading;

/** What was known then cannot be said: the time or the position has not come yet. */
public final class KnownAtRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The time is in the future by the database's clock. */
        FUTURE_TIME,
        /** The ledger holds fewer leaves. */
        BEYOND_SIZE
    }

    KnownAtRefused(Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.consentledger.ledger.append;

import org.jspecify.annotations.Nullable;

/** The connection was lost while the database committed: the events are stored, all of a unit of work or none. Asking again with the same idempotency key tells. */
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknown(Throwable cause) {
        this("the database did not say whether it committed", cause);
    }

    public OutcomeUnknown(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

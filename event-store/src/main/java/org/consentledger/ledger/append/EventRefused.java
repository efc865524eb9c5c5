package org.consentledger.ledger.append;

/** The database refuses an event as it is; nothing of its unit of work was stored, and trying again will not help. */
public final class EventRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventRefused(Throwable cause) {
        super("an event cannot be stored as it is", cause);
    }
}

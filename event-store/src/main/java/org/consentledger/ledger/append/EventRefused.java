package org.consentledger.ledger.append;

/** An event cannot be stored as it is, in the database or where the events live; nothing of its unit of work was stored, and trying again will not help. */
public final class EventRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventRefused(Throwable cause) {
        super("an event cannot be stored as it is", cause);
    }
}

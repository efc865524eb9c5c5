package org.consentledger.query.platform;

/** An event of a type that this release does not know; a newer one has recorded it. */
final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEvent(String type) {
        super("this release does not know the event " + type);
    }
}

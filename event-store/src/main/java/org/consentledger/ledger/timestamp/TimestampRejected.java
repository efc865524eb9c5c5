package org.consentledger.ledger.timestamp;

/** A time-stamp token, or the reply it came in, is malformed, about something else, or not signed as it should be. */
public final class TimestampRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimestampRejected(String reason) {
        super(reason);
    }

    TimestampRejected(String reason, Throwable cause) {
        super(cause.getMessage() == null ? reason : reason + ": " + cause.getMessage(), cause);
    }
}

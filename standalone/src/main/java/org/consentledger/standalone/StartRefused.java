package org.consentledger.standalone;

/** The product cannot start here and now; the message is the one line that an operator reads. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }
}

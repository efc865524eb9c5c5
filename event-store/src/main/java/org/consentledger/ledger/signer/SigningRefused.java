package org.consentledger.ledger.signer;

/** What the database holds does not continue what was signed. */
final class SigningRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningRefused(String why) {
        super(why);
    }

    SigningRefused(String why, Throwable cause) {
        super(why, cause);
    }
}

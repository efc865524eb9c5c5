package org.consentledger.ledger.keys;

/** The directory of keys is not as a signer needs it; an operator must look. */
public final class KeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyRefused(String why) {
        super(why);
    }
}

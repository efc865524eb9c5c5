package org.consentledger.ledger.personal;

/** A master key is needed that is not there; with the right keys directory the same would succeed. */
public final class MasterKeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MasterKeyMissing(String why) {
        super(why);
    }
}

package org.consentledger.ledger.personal;

/**
 * A master key is needed that cannot be had: it is not there, or the service that seals it cannot be reached or refuses.
 * With the right keys directory and the service the same would succeed; nothing is erased by it.
 */
public final class MasterKeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MasterKeyMissing(String why) {
        super(why);
    }

    MasterKeyMissing(String why, Exception cause) {
        super(why, cause);
    }
}

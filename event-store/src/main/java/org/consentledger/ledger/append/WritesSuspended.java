package org.consentledger.ledger.append;

/** The ledger does not grow now, since its signer found a reason not to sign; nothing was stored. */
public final class WritesSuspended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WritesSuspended(String why) {
        super(why);
    }
}

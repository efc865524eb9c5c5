package org.consentledger.ledger.append;

/**
 * The customer has another data key than the one that was sealed with: somebody else was first, or an epoch ended.
 * Nothing was stored; sealed again with the key that is there, it may be.
 */
public final class DataKeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataKeyTaken(String customerId) {
        super("customer " + customerId + " has another data key");
    }
}

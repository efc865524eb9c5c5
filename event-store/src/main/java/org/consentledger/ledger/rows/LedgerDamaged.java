package org.consentledger.ledger.rows;

/** What is stored contradicts itself: something was taken away or rewritten. The message names the first place found. */
public final class LedgerDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerDamaged(String what) {
        super(what);
    }
}

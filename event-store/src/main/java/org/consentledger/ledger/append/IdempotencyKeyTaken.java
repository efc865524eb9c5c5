package org.consentledger.ledger.append;

/** The key stands in the ledger already, with the events that answered it; nothing was stored now. */
public final class IdempotencyKeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdempotencyKeyTaken(IdempotencyClaim claim) {
        super("an idempotency key of customer " + claim.customerId() + " is taken");
    }
}

package org.consentledger.command.platform;

import org.consentledger.events.CustomerId;
import org.consentledger.ledger.append.IdempotencyClaim;

/** Makes of a request what the ledger needs to recognise it when it comes again. */
public final class Idempotency {
    private final Fingerprints fingerprints;

    Idempotency(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * Claims the key for this request of this customer.
     *
     * @param request what is asked for, such as {@code POST acceptances}
     */
    public IdempotencyClaim claim(CustomerId customerId, IdempotencyKey key, String request, Object body) {
        return new IdempotencyClaim(customerId.value(), key.value(), fingerprints.of(request + " " + customerId, body));
    }
}

package org.consentledger.ledger.personal;

import org.consentledger.events.CustomerId;

/**
 * A customer's request under the idempotency key that the client chose for it. The request itself is never stored,
 * since it holds names and addresses: what is kept is a fingerprint under the customer's data key.
 *
 * @param key as the client chose it
 * @param request in a form that is equal for equal requests
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RequestClaim(CustomerId customerId, String key, byte[] request) {
    public RequestClaim {
        request = request.clone();
    }

    @Override
    public byte[] request() {
        return request.clone();
    }

    /** Without the request, which may name a person. */
    @Override
    public String toString() {
        return "RequestClaim[" + customerId + "]";
    }
}

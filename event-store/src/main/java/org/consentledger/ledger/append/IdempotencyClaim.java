package org.consentledger.ledger.append;

import java.util.Arrays;
import java.util.Objects;

/**
 * A customer's idempotency key, to be stored with the events that answer the request. Whoever comes second with the
 * same key gets {@link IdempotencyKeyTaken} and no event.
 *
 * @param fingerprint of the request, so that a key used again with another body can be told
 * @param keyVersion which of the customer's data keys the fingerprint was made with
 */
@SuppressWarnings("ArrayRecordComponent") // copied on its ways in and out, compared by content
public record IdempotencyClaim(String customerId, String key, byte[] fingerprint, int keyVersion) {
    public IdempotencyClaim {
        fingerprint = fingerprint.clone();
    }

    @Override
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdempotencyClaim that
                && customerId.equals(that.customerId)
                && key.equals(that.key)
                && keyVersion == that.keyVersion
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customerId, key);
    }

    /** Without the fingerprint, which is made with the customer's key. */
    @Override
    public String toString() {
        return "IdempotencyClaim[" + customerId + "]";
    }
}

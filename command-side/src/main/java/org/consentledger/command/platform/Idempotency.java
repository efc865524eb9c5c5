package org.consentledger.command.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

    /**
     * Claims the reference of a source for this record of this customer, so that the same original is recorded once
     * however often it is imported.
     *
     * @param reference any text; the key is made of its SHA-256
     */
    public IdempotencyClaim claimOfSource(CustomerId customerId, String reference, String request, Object body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            var key = new IdempotencyKey(
                    "source:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
            return claim(customerId, key, request, body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

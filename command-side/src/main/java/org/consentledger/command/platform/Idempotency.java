package org.consentledger.command.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.personal.RequestClaim;
import org.springframework.stereotype.Component;

/** Makes of a request what the ledger needs to recognise it when it comes again. */
@Component
public class Idempotency {
    private final StrictJson json = new StrictJson();

    Idempotency() {}

    /**
     * Claims the key for this request of this customer. Claims are of the same request where their bodies mean the same,
     * whatever their white space and the order of their members.
     *
     * @param request what is asked for, such as {@code POST acceptances}
     */
    public RequestClaim claim(CustomerId customerId, IdempotencyKey key, String request, Object body) {
        byte[] asked = asked(request, customerId);
        byte[] canonical = json.canonical(body);
        byte[] whole = new byte[asked.length + canonical.length];
        System.arraycopy(asked, 0, whole, 0, asked.length);
        System.arraycopy(canonical, 0, whole, asked.length, canonical.length);
        return new RequestClaim(customerId, key.value(), whole);
    }

    /** How the approval of an erasure is named among the requests of a customer. */
    public static String approvalOf(String erasureId) {
        return "POST erasure/" + erasureId + "/approval";
    }

    /** Whether the claim is of such a request, whatever its body. */
    static boolean isFor(RequestClaim claim, String request) {
        byte[] asked = asked(request, claim.customerId());
        byte[] whole = claim.request();
        return whole.length >= asked.length && Arrays.equals(whole, 0, asked.length, asked, 0, asked.length);
    }

    private static byte[] asked(String request, CustomerId customerId) {
        return (request + " " + customerId + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Claims the reference of a source for this record of this customer, so that the same original is recorded once
     * however often it is imported.
     *
     * @param reference any text; the key is made of its SHA-256
     */
    public RequestClaim claimOfSource(CustomerId customerId, String reference, String request, Object body) {
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

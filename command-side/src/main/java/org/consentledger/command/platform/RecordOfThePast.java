package org.consentledger.command.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.ledger.personal.RequestClaim;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import, ready to be recorded.
 *
 * @param termsId {@code null} where it is about all terms
 * @param claim on the reference of its source: one reference of a customer is one fact
 * @param digestTaken whether the row left out which text was shown, so that the edition's own was taken
 */
public record RecordOfThePast(
        CustomerId customerId, @Nullable TermsId termsId, RequestClaim claim, Object command, boolean digestTaken) {
    /** What the ledger knows under a reference. */
    public enum Known {
        NOTHING,
        THE_SAME,
        SOMETHING_ELSE
    }

    /** Two rows with the same name are about the same original. */
    public String name() {
        return claim.customerId() + " " + claim.key();
    }

    /** Two rows with the same name and the same digest say the same. It names a person, so it is kept nowhere. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(claim.request());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

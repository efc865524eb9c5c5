package org.consentledger.command.platform;

import org.consentledger.events.CustomerId;
import org.consentledger.ledger.append.IdempotencyClaim;

/**
 * A row of an import, ready to be recorded.
 *
 * @param claim on the reference of its source: one reference of a customer is one fact
 * @param digestTaken whether the row left out which text was shown, so that the edition's own was taken
 */
public record RecordOfThePast(CustomerId customerId, IdempotencyClaim claim, Object command, boolean digestTaken) {
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

    /** Two rows with the same name and the same fingerprint say the same. */
    public byte[] fingerprint() {
        return claim.fingerprint();
    }
}

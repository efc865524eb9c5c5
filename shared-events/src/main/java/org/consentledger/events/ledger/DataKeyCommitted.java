package org.consentledger.events.ledger;

import java.util.regex.Pattern;
import org.consentledger.events.CustomerId;
import org.consentledger.events.StoredAs;

/**
 * The ledger committed itself to a data key (データ鍵) before the first use of it.
 *
 * <p>AES-GCM alone does not bind its plaintext: a ciphertext can be made that opens under two keys. Who opens one with
 * another key than this is refused. It tells nothing of the key, and stays when the key is destroyed.
 *
 * @param version which of the customer's keys, from 1
 * @param commitment HMAC-SHA256 (RFC 2104) by the key over a fixed label and the key's id; 64 lower-case hexadecimal
 *     digits
 */
@StoredAs(name = "ledger.DataKeyCommitted", revision = 1)
public record DataKeyCommitted(CustomerId customerId, int version, String commitment) implements LedgerEvent {
    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

    public DataKeyCommitted {
        if (version < 1 || !COMMITMENT.matcher(commitment).matches()) {
            throw new IllegalArgumentException("versions count from 1, a commitment has 64 hexadecimal digits");
        }
    }
}

package org.consentledger.ledger.personal;

import java.security.MessageDigest;
import java.util.Optional;
import org.consentledger.ledger.reading.AnsweredRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a request before it is decided.
 *
 * @param keys of the customer
 * @param answered what was stored under the request's idempotency key; {@code null} where that is free
 */
public record AskedBefore(CustomerKeys keys, @Nullable AnsweredRequest answered) {

    /** Whether that was this very request. It cannot be told any more, so it is denied, once the key then used is gone. */
    public boolean isSame(RequestClaim claim) {
        return answered != null
                && Optional.ofNullable(answered.keyVersion())
                        .flatMap(keys::version)
                        .filter(key -> MessageDigest.isEqual(key.fingerprint(claim.request()), answered.fingerprint()))
                        .isPresent();
    }
}

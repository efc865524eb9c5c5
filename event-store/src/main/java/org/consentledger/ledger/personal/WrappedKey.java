package org.consentledger.ledger.personal;

import java.util.Optional;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A data key as the database has it.
 *
 * @param epoch of the master key that it is wrapped by; 0 once it is destroyed
 * @param wrapped nonce, ciphertext and tag; {@code null} once it is destroyed
 * @param committed the commitment that the ledger holds; {@code null} where the ledger has none
 * @param retired whether it opens what it sealed, and seals no more
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
record WrappedKey(
        CustomerId customerId,
        int version,
        int epoch,
        byte @Nullable [] wrapped,
        @Nullable String committed,
        boolean retired) {

    boolean isDestroyed() {
        return wrapped == null;
    }

    /** Whether the master key that alone could unwrap it was destroyed. */
    boolean isOfAnEndedEpoch(MasterKeys masterKeys) {
        return wrapped != null && !masterKeys.holds(epoch) && epoch < masterKeys.newest();
    }

    /**
     * The key itself; empty where it was destroyed, or the master key that alone could unwrap it.
     *
     * @throws SealBroken where it is not the one that the ledger committed itself to
     * @throws MasterKeyMissing where the master key is not here, and no later one is either
     */
    Optional<DataKey> unwrap(MasterKeys masterKeys) {
        if (wrapped == null || isOfAnEndedEpoch(masterKeys)) {
            return Optional.empty();
        }
        var key = DataKey.unwrap(customerId, version, wrapped, masterKeys.of(epoch));
        if (!key.commitment().equals(committed)) {
            throw new SealBroken("key " + key.kid() + " is not the one that the ledger committed itself to");
        }
        return Optional.of(key);
    }
}

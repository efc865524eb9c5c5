package org.consentledger.ledger.append;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger held about the aggregates, idempotency keys and customers of a group when the tree was locked.
 *
 * @param heads the last sequence number of each aggregate that has one
 * @param keysTaken the idempotency keys stored already
 * @param dataKeys the last data key of each customer who has one
 * @param epoch the last one of the master key; 0 where there is none
 */
record HeldByLedger(Map<String, Long> heads, Set<Key> keysTaken, Map<String, LastDataKey> dataKeys, int epoch) {

    /** An idempotency key belongs to a customer. */
    record Key(String customerId, String key) {
        static Key of(IdempotencyClaim claim) {
            return new Key(claim.customerId(), claim.key());
        }
    }

    /**
     * The last data key of a customer.
     *
     * @param commitment {@code null} where the key is destroyed
     */
    record LastDataKey(int version, @Nullable String commitment) {
        boolean isDestroyed() {
            return commitment == null;
        }
    }

    HeldByLedger {
        heads = new HashMap<>(heads);
        keysTaken = new HashSet<>(keysTaken);
        dataKeys = new HashMap<>(dataKeys);
    }
}

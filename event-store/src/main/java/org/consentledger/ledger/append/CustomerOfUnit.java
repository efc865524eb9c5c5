package org.consentledger.ledger.append;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom a unit of work is about. It is refused where he is erased, or has another key than it used.
 *
 * @param key that it used; {@code null} where it sealed nothing
 * @param isErased whether it erases him: his keys are destroyed with it
 */
public record CustomerOfUnit(String customerId, @Nullable UsedKey key, boolean isErased) {

    /**
     * A data key that was sealed with.
     *
     * @param made where the database has not got it yet
     */
    public record UsedKey(
            int version, String commitment, @Nullable KeyToStore made) {}

    /**
     * A data key to store.
     *
     * @param epoch of the master key that it is wrapped by, which must be the last one
     * @param committed the event that is put before those of the unit
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record KeyToStore(int epoch, byte[] wrapped, EventToAppend committed) {}

    boolean makesKey() {
        return key != null && key.made() != null;
    }

    UsedKey usedKey() {
        return Objects.requireNonNull(key);
    }

    KeyToStore madeKey() {
        return Objects.requireNonNull(usedKey().made());
    }
}

package org.consentledger.ledger.personal;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One customer's data keys as the database had them a moment ago. Whoever seals or opens gets them anew for each
 * request, or for the few hundred rows of an import that are decided together, and forgets them with it: so there is no
 * cache from which an erased key would have to be driven out, in this process or another. What has changed in between
 * the appender finds.
 */
public final class CustomerKeys {
    private final CustomerId customerId;
    private final NavigableMap<Integer, WrappedKey> stored;
    private final IntSupplier nextVersion;
    private final int epoch;
    private final MasterKeys masterKeys;
    private @Nullable DataKey sealing;
    private @Nullable NewDataKey made;

    /**
     * @param nextVersion that a new key would get
     * @param epoch that a new key is wrapped under
     */
    CustomerKeys(
            CustomerId customerId,
            NavigableMap<Integer, WrappedKey> stored,
            IntSupplier nextVersion,
            int epoch,
            MasterKeys masterKeys) {
        this.customerId = customerId;
        this.stored = stored;
        this.nextVersion = nextVersion;
        this.epoch = epoch;
        this.masterKeys = masterKeys;
    }

    public CustomerId customerId() {
        return customerId;
    }

    /** Whether the customer has, or ever had, a data key. */
    public boolean hasAny() {
        return !stored.isEmpty();
    }

    /** Whether the customer's personal data were erased. */
    public boolean isErased() {
        return stored.values().stream().anyMatch(WrappedKey::isDestroyed);
    }

    /**
     * The key to seal with: the last one, or, where none is in use, a new one.
     *
     * @throws CustomerErased where the customer is erased
     */
    public DataKey sealing() {
        if (isErased()) {
            throw new CustomerErased(customerId.value());
        }
        if (sealing == null) {
            sealing = last().orElseGet(this::make);
        }
        return sealing;
    }

    /** The key to seal with, where there is one in use already: no new one is made. */
    public Optional<DataKey> inUse() {
        return isErased() ? Optional.empty() : last();
    }

    /** What must be stored with the first use of {@link #sealing}; empty where the key is stored already. */
    public Optional<NewDataKey> made() {
        return Optional.ofNullable(made);
    }

    /** What was {@linkplain #made made} is stored now. */
    public void stored() {
        made = null;
    }

    /** A stored key; empty where it is gone for good. */
    public Optional<DataKey> version(int version) {
        return Optional.ofNullable(stored.get(version)).flatMap(this::unwrap);
    }

    private Optional<DataKey> last() {
        return stored.isEmpty() || stored.lastEntry().getValue().retired()
                ? Optional.empty()
                : unwrap(stored.lastEntry().getValue());
    }

    private Optional<DataKey> unwrap(WrappedKey key) {
        return key.unwrap(masterKeys);
    }

    private DataKey make() {
        var key = DataKey.random(customerId, nextVersion.getAsInt());
        made = NewDataKey.of(key, epoch, masterKeys);
        return key;
    }
}

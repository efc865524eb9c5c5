package org.consentledger.ledger.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.consentledger.events.CustomerId;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.append.CustomerOfUnit;
import org.consentledger.ledger.append.CustomerOfUnit.KeyToStore;
import org.consentledger.ledger.append.CustomerOfUnit.UsedKey;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.personal.CustomerKeys;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.RequestClaim;
import org.jspecify.annotations.Nullable;

/** The customers that one unit of work is about, and the data keys it uses. */
final class UnitKeys {
    private final DataKeys dataKeys;
    private final Map<CustomerId, CustomerKeys> known = new LinkedHashMap<>();
    private final Map<CustomerId, DataKey> used = new HashMap<>();
    private final Set<CustomerId> concerned = new LinkedHashSet<>();
    private final Set<CustomerId> erased = new LinkedHashSet<>();

    /** @param looked keys looked up before; {@code null} where none were */
    UnitKeys(DataKeys dataKeys, @Nullable CustomerKeys looked) {
        this.dataKeys = dataKeys;
        if (looked != null) {
            known.put(looked.customerId(), looked);
        }
    }

    void concerns(CustomerId customerId) {
        concerned.add(customerId);
    }

    void erases(CustomerId customerId) {
        erased.add(customerId);
    }

    DataKey sealing(CustomerId customerId) {
        concerns(customerId);
        return used.computeIfAbsent(
                customerId,
                customer -> known.computeIfAbsent(customer, dataKeys::of).sealing());
    }

    IdempotencyClaim stored(RequestClaim claim) {
        var key = sealing(claim.customerId());
        return new IdempotencyClaim(
                claim.customerId().value(), claim.key(), key.fingerprint(claim.request()), key.version());
    }

    /** @param committing makes the event that commits to a new key */
    List<CustomerOfUnit> customers(Function<DataKeyCommitted, EventToAppend> committing) {
        return concerned.stream()
                .map(customer ->
                        new CustomerOfUnit(customer.value(), usedKey(customer, committing), erased.contains(customer)))
                .toList();
    }

    /** What was made is stored now, for whoever goes on with the same keys. */
    void stored() {
        known.values().forEach(CustomerKeys::stored);
    }

    private @Nullable UsedKey usedKey(CustomerId customer, Function<DataKeyCommitted, EventToAppend> committing) {
        var key = used.get(customer);
        var keys = known.get(customer);
        if (key == null || keys == null) {
            return null;
        }
        var made = keys.made()
                .map(one -> new KeyToStore(one.epoch(), one.wrapped(), committing.apply(one.committed())))
                .orElse(null);
        return new UsedKey(key.version(), key.commitment(), made);
    }
}

package org.consentledger.ledger.append;

import java.util.HashMap;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.append.CustomerOfUnit.UsedKey;
import org.consentledger.ledger.append.HeldByLedger.LastDataKey;
import org.consentledger.ledger.personal.CustomerErased;
import org.jspecify.annotations.Nullable;

/**
 * Judges the units of work of one group, in their order, by what the ledger held when the tree was locked and by those
 * admitted before them. One that does not fit leaves alone and changes nothing for the others.
 */
final class Admission {
    private final HeldByLedger held;

    Admission(HeldByLedger held) {
        this.held = held;
    }

    /** Why the unit is refused; {@code null} where it is admitted. */
    @Nullable
    RuntimeException judge(UnitToAppend unit) {
        var claim = unit.claim();
        if (claim != null && held.keysTaken().contains(HeldByLedger.Key.of(claim))) {
            return new IdempotencyKeyTaken(claim);
        }
        for (var premise : unit.stands()) {
            long head = held.heads().getOrDefault(premise.aggregateId(), -1L);
            if (head != premise.lastSeq()) {
                return new ConcurrencyException("what was decided rests on aggregate " + premise.aggregateId() + " at "
                        + premise.lastSeq() + ", which stands at " + head);
            }
        }
        for (var customer : unit.customers()) {
            var why = judge(customer);
            if (why != null) {
                return why;
            }
        }
        var moved = new HashMap<String, Long>();
        for (var event : unit.events()) {
            long head = moved.getOrDefault(event.aggregateId(), held.heads().getOrDefault(event.aggregateId(), -1L));
            if (event.seq() != head + 1) {
                return conflict(event, head);
            }
            moved.put(event.aggregateId(), event.seq());
        }
        held.heads().putAll(moved);
        if (claim != null) {
            held.keysTaken().add(HeldByLedger.Key.of(claim));
        }
        unit.customers().forEach(this::admit);
        return null;
    }

    private @Nullable RuntimeException judge(CustomerOfUnit customer) {
        var last = held.dataKeys().get(customer.customerId());
        if (last != null && last.isDestroyed()) {
            return new CustomerErased(customer.customerId());
        }
        var key = customer.key();
        return key == null || fits(key, last) ? null : new DataKeyTaken(customer.customerId());
    }

    /** The key is the last one, or a new one that follows it, wrapped under the last epoch. */
    private boolean fits(UsedKey key, @Nullable LastDataKey last) {
        var made = key.made();
        if (made == null) {
            return last != null && last.equals(new LastDataKey(key.version(), key.commitment()));
        }
        return made.epoch() == held.epoch() && (last == null || key.version() > last.version());
    }

    private void admit(CustomerOfUnit customer) {
        if (customer.isErased()) {
            held.dataKeys().put(customer.customerId(), new LastDataKey(0, null));
        } else if (customer.makesKey()) {
            var key = customer.usedKey();
            held.dataKeys().put(customer.customerId(), new LastDataKey(key.version(), key.commitment()));
        }
    }

    private static RuntimeException conflict(EventToAppend event, long head) {
        String text = "aggregate " + event.aggregateId() + " has its last event at " + head + ", so none is stored at "
                + event.seq();
        return event.seq() == 0 ? new AggregateStreamCreationException(text) : new ConcurrencyException(text);
    }
}

package org.consentledger.ledger.append;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Judges the units of work of one group, in their order, by what the ledger held when the tree was locked and by those
 * admitted before them. One that does not fit leaves alone and changes nothing for the others.
 */
final class Admission {
    private final Map<String, Long> heads;
    private final Set<Key> keys;

    /** An idempotency key belongs to a customer. */
    record Key(String customerId, String key) {
        static Key of(IdempotencyClaim claim) {
            return new Key(claim.customerId(), claim.key());
        }
    }

    /**
     * @param heads the last sequence number of each aggregate that has one
     * @param taken the idempotency keys stored already
     */
    Admission(Map<String, Long> heads, Set<Key> taken) {
        this.heads = new HashMap<>(heads);
        this.keys = new HashSet<>(taken);
    }

    /** Why the unit is refused; {@code null} where it is admitted. */
    @Nullable
    RuntimeException judge(UnitToAppend unit) {
        var claim = unit.claim();
        if (claim != null && keys.contains(Key.of(claim))) {
            return new IdempotencyKeyTaken(claim);
        }
        for (var premise : unit.stands()) {
            long head = heads.getOrDefault(premise.aggregateId(), -1L);
            if (head != premise.lastSeq()) {
                return new ConcurrencyException("what was decided rests on aggregate " + premise.aggregateId() + " at "
                        + premise.lastSeq() + ", which stands at " + head);
            }
        }
        var moved = new HashMap<String, Long>();
        for (var event : unit.events()) {
            long head = moved.getOrDefault(event.aggregateId(), heads.getOrDefault(event.aggregateId(), -1L));
            if (event.seq() != head + 1) {
                return conflict(event, head);
            }
            moved.put(event.aggregateId(), event.seq());
        }
        heads.putAll(moved);
        if (claim != null) {
            keys.add(Key.of(claim));
        }
        return null;
    }

    private static RuntimeException conflict(EventToAppend event, long head) {
        String text = "aggregate " + event.aggregateId() + " has its last event at " + head + ", so none is stored at "
                + event.seq();
        return event.seq() == 0 ? new AggregateStreamCreationException(text) : new ConcurrencyException(text);
    }
}

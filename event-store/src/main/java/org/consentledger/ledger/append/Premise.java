package org.consentledger.ledger.append;

import org.consentledger.ledger.rows.EventCriteria;

/**
 * What a decision rests on beside the aggregate that it appends to. It is judged under the lock of the ledger; where it
 * holds no longer the unit of work is refused like one whose own aggregate has moved on, to be decided anew.
 */
public sealed interface Premise {
    /**
     * Another aggregate stands where it was looked at.
     *
     * @param lastSeq of its last event; -1 where it has none
     */
    record Stands(String aggregateId, long lastSeq) implements Premise {}

    /**
     * Nothing of that kind was appended since.
     *
     * @param from position of the first event that was not looked at
     */
    record NothingSince(EventCriteria criteria, long from) implements Premise {}
}

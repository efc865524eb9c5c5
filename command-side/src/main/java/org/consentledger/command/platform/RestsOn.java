package org.consentledger.command.platform;

import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.consentledger.ledger.append.Premise;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.rows.EventCriteria;
import org.consentledger.ledger.store.Appended;

/**
 * What a command rests on beside its own aggregate. Where that has changed when its events are to be stored, none is, and
 * the command is decided anew.
 */
public final class RestsOn {
    private final LedgerReader ledger;

    RestsOn(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Another aggregate has no event after this one; -1 where it has none at all. */
    public static void aggregate(String aggregateId, long lastSequence) {
        CurrentUnitOfWork.ifStarted(
                unitOfWork -> Appended.restsOn(unitOfWork, new Premise.Stands(aggregateId, lastSequence)));
    }

    /**
     * Whether there is no event of these types whose member is that, in aggregates whose ids begin so, after an event.
     * It reads all that was recorded since, so it is for commands that are seldom sent.
     *
     * @return where {@code true}, the command rests on it
     */
    public boolean noneSince(String eventId, String aggregates, List<String> storedNames, String member, String value) {
        var criteria = new EventCriteria(aggregates, storedNames, member, value);
        long from = ledger.event(UUID.fromString(eventId)).orElseThrow().position();
        long size = ledger.size();
        if (ledger.first(criteria, from).isPresent()) {
            return false;
        }
        CurrentUnitOfWork.ifStarted(
                unitOfWork -> Appended.restsOn(unitOfWork, new Premise.NothingSince(criteria, size)));
        return true;
    }
}

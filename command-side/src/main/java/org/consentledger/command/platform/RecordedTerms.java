package org.consentledger.command.platform;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.TermsEvent;
import org.springframework.stereotype.Component;

/**
 * Terms documents as the ledger tells them. Each question re-reads the head of the document's own stream, and only
 * that, so the answer is never older than the question; a projection might be. (A command on its first try has it {@linkplain
 * LookingUp#remembered read ahead}.) The command that asks rests on the answer: where the document has got an event more
 * when the command's own are stored, it is decided anew, so that nobody accepts what has just been withdrawn or superseded.
 */
@Component
public class RecordedTerms {
    private final EventStore ledger;
    private final Map<TermsId, TermsAsRecorded> known = new ConcurrentHashMap<>();

    public RecordedTerms(EventStore ledger) {
        this.ledger = ledger;
    }

    /**
     * What was known when somebody asked before, so that it need not be read for each row of an import; what it says of
     * the zone and of a published edition's text never changes.
     */
    public TermsAsRecorded remembered(TermsId termsId) {
        var remembered = known.get(termsId);
        return remembered == null ? of(termsId) : remembered;
    }

    /** The same of all terms that somebody asked about before. */
    Collection<TermsAsRecorded> remembered() {
        return known.values();
    }

    /** All that the ledger holds of these terms now; nothing where there are none. */
    public TermsAsRecorded of(TermsId termsId) {
        var before = known.getOrDefault(termsId, TermsAsRecorded.nothingOf(termsId));
        var after = before;
        var events = ledger.readEvents(AggregateIds.terms(termsId), before.nextSequence());
        while (events.hasNext()) {
            var message = events.next();
            after = after.after(
                    (TermsEvent) message.getPayload(),
                    message.getIdentifier(),
                    message.getTimestamp(),
                    message.getSequenceNumber());
        }
        RestsOn.aggregate(AggregateIds.terms(termsId), after.nextSequence() - 1);
        if (after.nextSequence() > before.nextSequence()) {
            known.merge(termsId, after, (one, other) -> one.nextSequence() < other.nextSequence() ? other : one);
        }
        return after;
    }
}

package org.consentledger.command.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.springframework.stereotype.Component;

/**
 * Customers as the ledger tells them, for commands that decide on more than their own aggregate. Such a command rests on
 * what it was told: where one of the streams has got an event more when the command's own are stored, it is decided anew.
 */
@Component
public class RecordedCustomers {
    private final EventStore ledger;

    public RecordedCustomers(EventStore ledger) {
        this.ledger = ledger;
    }

    /** What the customer's own stream holds for these terms: departures and their annulments. */
    public List<Recorded<CustomerFact>> departures(CustomerId customerId, TermsId termsId) {
        var facts = new FactsOfStream();
        var events = ledger.readEvents(AggregateIds.customer(customerId), 0);
        long last = -1;
        while (events.hasNext()) {
            var message = events.next();
            last = message.getSequenceNumber();
            var event = (CustomerEvent) message.getPayload();
            CustomerFact.of(event)
                    .ifPresent(fact -> facts.add(
                            CustomerFact.termsOf(event),
                            message.getIdentifier(),
                            message.getSequenceNumber(),
                            message.getTimestamp(),
                            fact));
        }
        RestsOn.aggregate(AggregateIds.customer(customerId), last);
        return facts.of(termsId);
    }

    /** What the customer's requests amount to for all terms: suspensions of use and their liftings. */
    public List<Recorded<CustomerFact>> suspensions(CustomerId customerId) {
        var stream = AggregateIds.requests(customerId);
        var facts = new ArrayList<Recorded<CustomerFact>>();
        var events = ledger.readEvents(stream, 0);
        long last = -1;
        while (events.hasNext()) {
            var message = events.next();
            long sequence = message.getSequenceNumber();
            last = sequence;
            CustomerFact.of((RequestEvent) message.getPayload())
                    .ifPresent(fact ->
                            facts.add(new Recorded<>(message.getIdentifier(), sequence, message.getTimestamp(), fact)));
        }
        RestsOn.aggregate(stream, last);
        return facts;
    }

    /** When the last provision of the customer's data to a third party was recorded, UTC. */
    public Optional<Instant> lastProvisionRecordedAt(CustomerId customerId) {
        var stream = AggregateIds.thirdParties(customerId);
        long last = ledger.lastSequenceNumberFor(stream).orElse(-1L);
        RestsOn.aggregate(stream, last);
        return last < 0
                ? Optional.empty()
                : Optional.of(ledger.readEvents(stream, last).next().getTimestamp());
    }

    /** What the agreement of the customer on these terms holds; nothing where there is none. */
    public List<Recorded<CustomerFact>> agreement(CustomerId customerId, TermsId termsId) {
        var facts = new FactsOfStream();
        var events = ledger.readEvents(AggregateIds.agreement(termsId, customerId), 0);
        long last = -1;
        while (events.hasNext()) {
            var message = events.next();
            last = message.getSequenceNumber();
            facts.add(termsId, message.getIdentifier(), last, message.getTimestamp(), CustomerFact.of((AgreementEvent)
                    message.getPayload()));
        }
        RestsOn.aggregate(AggregateIds.agreement(termsId, customerId), last);
        return facts.of(termsId);
    }
}

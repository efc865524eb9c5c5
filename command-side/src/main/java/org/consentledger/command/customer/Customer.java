package org.consentledger.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.platform.AggregateLocks;
import org.consentledger.command.platform.FactsOfStream;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.standing.CustomerFact;
import org.jspecify.annotations.Nullable;

/**
 * One customer (本人), whatever the terms.
 *
 * <p>Its story begins with leaving the service, under some terms or under all. The customer may come back by accepting an
 * edition, which is a matter of that agreement, and leave again. A departure that was entered by mistake is annulled.
 */
@Aggregate(type = "Customer", lockFactory = AggregateLocks.NAME)
class Customer {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    private final FactsOfStream departures = new FactsOfStream();

    Customer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LeaveService command, StandingsOfCustomer standings) {
        var act = command.act();
        Instant expressedAt = act.expressedByNow();
        DepartureRules.thereIsSomethingToLeave(standings.at(command, expressedAt, departures));
        apply(new CustomerLeft(
                command.customerId(),
                command.termsId(),
                expressedAt,
                act.channel(),
                act.actor(),
                act.evidence(),
                act.source()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnulDeparture command) {
        if (departures.isAnnulled(command.recordId())) {
            throw new StateConflict(Why.RECORD_ALREADY_ANNULLED);
        }
        apply(new DepartureAnnulled(command.customerId(), command.termsId(), command.recordId(), command.reason()));
    }

    /** An event read from the ledger has ledger time as its time stamp; one just applied is not looked at any more. */
    @EventSourcingHandler
    void on(
            CustomerEvent event,
            @MessageIdentifier String eventId,
            @SequenceNumber long sequence,
            @Timestamp Instant recordedAt) {
        id = AggregateIds.customer(event.customerId());
        CustomerFact.of(event)
                .ifPresent(
                        fact -> departures.add(RecordedCustomers.termsOf(event), eventId, sequence, recordedAt, fact));
    }
}

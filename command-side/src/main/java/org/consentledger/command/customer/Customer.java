package org.consentledger.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.platform.AggregateLocks;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.FactsOfStream;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.standing.CustomerFact;
import org.jspecify.annotations.Nullable;

/**
 * One customer (本人), whatever the terms.
 *
 * <p>Its story begins with leaving the service, under some terms or under all. The customer may come back by accepting an
 * edition, which is a matter of that agreement, and leave again. A departure that was entered by mistake is annulled.
 * Legal holds may be placed and released at any time. Once the customer has left, no hold stands and all retentions are
 * over, the personal data may be erased, which one person asks for and another approves; that is the end of the story.
 */
@Aggregate(type = "Customer", lockFactory = AggregateLocks.NAME)
class Customer {
    /** Who called, where that is known; the name under which the ledger keeps it in an event's metadata. */
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    private final FactsOfStream departures = new FactsOfStream();
    private final ErasureState erasure = new ErasureState();

    Customer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LeaveService command, StandingsOfCustomer standings) {
        var act = command.act();
        var left = standings.with(command, departures);
        Instant expressedAt = act.expressedByNow(act.justNow(
                left.stream().flatMap(known -> known.customer().stream()).toList()));
        DepartureRules.thereIsSomethingToLeave(
                left.stream().map(known -> known.standing(act, expressedAt)).toList());
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceLegalHold command) {
        apply(new LegalHoldPlaced(command.customerId(), command.reason(), command.matter()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseLegalHold command) {
        ErasureRules.holdStands(erasure, command.holdId());
        apply(new LegalHoldReleased(command.customerId(), command.holdId(), command.reason()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestErasure command, StandingsOfCustomer standings) {
        nothingStandsAgainstErasure(command.customerId(), command.now(), standings);
        apply(new ErasureRequested(command.customerId(), command.reason()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            ApproveErasure command,
            StandingsOfCustomer standings,
            @MetaDataValue(Commands.RECORDED_BY) @Nullable String approvedBy) {
        ErasureRules.isRequested(erasure, command.erasureId());
        ErasureRules.somebodyElseApproves(erasure.requestedBy(command.erasureId()), approvedBy);
        nothingStandsAgainstErasure(command.customerId(), command.now(), standings);
        apply(new PersonalDataErased(command.customerId(), command.erasureId()));
    }

    /** In the order of the contract. */
    private void nothingStandsAgainstErasure(CustomerId customerId, Instant now, StandingsOfCustomer standings) {
        ErasureRules.isNotErased(erasure);
        ErasureRules.noLegalHoldStands(erasure);
        var everywhere = standings.everywhere(customerId, now, departures::of);
        ErasureRules.somethingIsRecorded(standings.knows(customerId, everywhere));
        ErasureRules.customerHasLeft(everywhere);
        ErasureRules.noRetentionRuns(everywhere, now);
        ErasureRules.noProvisionIsKept(standings.provisionsKeptUntil(customerId), now);
    }

    /** An event read from the ledger has ledger time as its time stamp; one just applied is not looked at any more. */
    @EventSourcingHandler
    void on(
            CustomerEvent event,
            @MessageIdentifier String eventId,
            @SequenceNumber long sequence,
            @Timestamp Instant recordedAt,
            @MetaDataValue(Commands.RECORDED_BY) @Nullable String recordedBy) {
        id = AggregateIds.customer(event.customerId());
        erasure.after(event, eventId, recordedBy);
        CustomerFact.of(event)
                .ifPresent(fact -> departures.add(CustomerFact.termsOf(event), eventId, sequence, recordedAt, fact));
    }
}

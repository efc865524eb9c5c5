package org.consentledger.command.agreement;

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
import org.consentledger.command.platform.PublishedEdition;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.command.platform.TermsAsRecorded;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What one customer and one terms document have to do with each other.
 *
 * <p>It begins with the first act of the customer: accepting an edition, or refusing one. While bound, the customer gives,
 * refuses and withdraws consent to voluntary purposes. Each further act is one more fact, also where it repeats an earlier
 * one; no act takes another back. Only a record that was entered by mistake is annulled, and that is a fact too. Leaving
 * the service happens to the customer, and accepting an edition afterwards is coming back. What the facts amount to is not
 * decided here but by {@code standing}.
 */
@Aggregate(type = "Agreement", lockFactory = AggregateLocks.NAME)
class Agreement {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    private final FactsOfStream facts = new FactsOfStream();

    Agreement() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptEdition command, RecordedTerms ledger) {
        var terms = ledger.of(command.shown().termsId());
        var edition = terms.edition(command.shown().edition());
        AcceptanceRules.decisionsAreOnVoluntaryPurposes(edition, command.decisions());
        AcceptanceRules.nothingIsLeftUndecided(terms, edition, command.act(), command.decisions());
        apply(AgreementActs.of(command, expressedAt(command.act(), command.shown(), terms, edition)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefuseEdition command, RecordedTerms ledger) {
        var terms = ledger.of(command.shown().termsId());
        var edition = terms.edition(command.shown().edition());
        apply(AgreementActs.of(command, expressedAt(command.act(), command.shown(), terms, edition)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DecideOnPurpose command, RecordedTerms ledger, RecordedCustomers customers) {
        var terms = ledger.of(command.termsId());
        ConsentRules.someEditionLeavesItToTheCustomer(terms, command.purposeId());
        var known = facts.with(customers.departures(command.customerId(), command.termsId()), command.termsId());
        var act = command.act();
        Instant expressedAt = act.expressedByNow(act.justNow(known));
        var standing = Standing.of(terms.facts(), known, act.countsFrom(expressedAt, terms.timeZone()));
        ConsentRules.customerIsBound(standing);
        ConsentRules.editionLeavesItToTheCustomer(standing, command.purposeId());
        ConsentRules.thereIsAConsentToWithdraw(standing, command);
        apply(AgreementActs.of(command, expressedAt));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnulRecord command) {
        if (facts.isAnnulled(command.recordId())) {
            throw new StateConflict(Why.RECORD_ALREADY_ANNULLED);
        }
        apply(new RecordAnnulled(command.customerId(), command.termsId(), command.recordId(), command.reason()));
    }

    /** An event read from the ledger has ledger time as its time stamp; one just applied is not looked at any more. */
    @EventSourcingHandler
    void on(
            AgreementEvent event,
            @MessageIdentifier String eventId,
            @SequenceNumber long sequence,
            @Timestamp Instant recordedAt) {
        id = AggregateIds.agreement(event.termsId(), event.customerId());
        facts.add(event.termsId(), eventId, sequence, recordedAt, CustomerFact.of(event));
    }

    /** Holds the act against the rules in the order of the contract. */
    private Instant expressedAt(StatedAct act, ShownEdition shown, TermsAsRecorded terms, PublishedEdition edition) {
        Instant expressedAt = AcceptanceRules.expressedByNow(terms, act, facts.of(shown.termsId()));
        AcceptanceRules.shownTextIsTheEditions(edition, shown);
        AcceptanceRules.isNotSuperseded(terms, edition, act, expressedAt);
        AcceptanceRules.isNotOlderThanThePublication(edition, act, expressedAt);
        return expressedAt;
    }
}

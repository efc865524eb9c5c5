package org.consentledger.command.agreement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.platform.AggregateIds;
import org.consentledger.command.platform.PublishedEdition;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.TermsAsRecorded;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.jspecify.annotations.Nullable;

/**
 * What one customer and one terms document have to do with each other.
 *
 * <p>It begins with the first act of the customer: accepting an edition, or refusing one. Each further act is one more
 * fact, also where it repeats an earlier one; no fact takes another back. What the facts amount to is not decided here
 * but by {@code standing}.
 */
@Aggregate(type = "Agreement")
class Agreement {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    Agreement() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptEdition command, RecordedTerms ledger) {
        var act = command.act();
        var terms = ledger.of(act.termsId());
        var edition = terms.edition(act.edition());
        AcceptanceRules.decisionsAreOnVoluntaryPurposes(edition, command.decisions());
        AcceptanceRules.nothingIsLeftUndecided(terms, edition, command.decisions());
        Instant expressedAt = expressedAtOf(act, terms, edition);
        apply(accepted(act, command.decisions(), expressedAt));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefuseEdition command, RecordedTerms ledger) {
        var act = command.act();
        var terms = ledger.of(act.termsId());
        Instant expressedAt = expressedAtOf(act, terms, terms.edition(act.edition()));
        apply(refused(act, expressedAt));
    }

    @EventSourcingHandler
    void on(AgreementEvent event) {
        id = AggregateIds.agreement(event.termsId(), event.customerId());
    }

    /** Holds the act against the rules in the order of the contract. */
    private static Instant expressedAtOf(StatedAct act, TermsAsRecorded terms, PublishedEdition edition) {
        Instant expressedAt = AcceptanceRules.expressedByNow(terms, act);
        AcceptanceRules.shownTextIsTheEditions(edition, act);
        AcceptanceRules.isNotSuperseded(terms, edition, act, expressedAt);
        AcceptanceRules.isNotOlderThanThePublication(edition, act, expressedAt);
        return expressedAt;
    }

    private static EditionAccepted accepted(StatedAct act, List<PurposeDecision> decisions, Instant expressedAt) {
        return new EditionAccepted(
                act.customerId(),
                act.termsId(),
                act.edition(),
                act.digest(),
                decisions,
                expressedAt,
                act.channel(),
                act.actor(),
                act.evidence(),
                act.source());
    }

    private static EditionRefused refused(StatedAct act, Instant expressedAt) {
        return new EditionRefused(
                act.customerId(),
                act.termsId(),
                act.edition(),
                act.digest(),
                expressedAt,
                act.channel(),
                act.actor(),
                act.evidence(),
                act.source());
    }
}

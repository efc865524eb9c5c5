package org.consentledger.command.terms;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.consentledger.command.platform.Code.EDITION_UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.platform.AggregateLocks;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.terms.TermsState.Draft;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.jspecify.annotations.Nullable;

/**
 * One terms document (約款) and its editions.
 *
 * <p>It begins when the provider registers it, without any edition. An edition is drafted, redrafted as often as one
 * likes, announced by notices of change, and published; from then on nothing of it changes, and the next edition must
 * follow it in number and effective date. Taking effect is no event: it follows from the effective day. A published
 * edition can be withdrawn before it takes effect, or while no record names it; its number stays taken.
 */
@Aggregate(type = "TermsDocument", lockFactory = AggregateLocks.NAME)
class TermsDocument {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;

    private final TermsState state = new TermsState();

    TermsDocument() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterTerms command) {
        EditionRules.isNotYetRegistered(state);
        apply(new TermsRegistered(
                command.termsId(),
                command.title(),
                command.provider(),
                command.timeZone(),
                command.language(),
                command.policies()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    EditionAnswer handle(DraftEdition command) {
        var terms = state.registered(command.termsId());
        EditionRules.isNotYetPublished(state, command.edition());
        Optional<String> saidBy = state.draft(command.edition())
                .filter(draft -> draft.content().equals(command.content()))
                .map(Draft::eventId);
        var answer = answer(terms, command.edition(), command.content(), command.now(), saidBy.orElse(null));
        if (saidBy.isEmpty()) {
            apply(new EditionDrafted(command.termsId(), command.edition(), command.content()));
        }
        return answer;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    NoticeAnswer handle(PostNotice command) {
        state.registered(command.termsId());
        EditionRules.exists(state, command.edition());
        var notice = new NoticeOfChangePosted(
                command.termsId(),
                command.edition(),
                command.channel(),
                EditionRules.postedByNow(command.postedAt(), command.now()),
                command.until(),
                command.url(),
                command.digest());
        var saidBy = state.noticeSaying(notice);
        if (saidBy.isEmpty()) {
            apply(notice);
        }
        return new NoticeAnswer(notice, saidBy.orElse(null));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    EditionAnswer handle(PublishEdition command, @MetaDataValue(Commands.RECORDED_BY) @Nullable String recordedBy) {
        var terms = state.registered(command.termsId());
        EditionRules.isNotYetPublished(state, command.edition());
        var draft = state.draft(command.edition())
                .orElseThrow(() -> new CommandRejected(EDITION_UNKNOWN, command.edition()));
        EditionRules.somebodyElsePublishes(draft, recordedBy);
        EditionContent content = draft.content();
        EditionRules.isInitialOnlyAsTheFirst(state, content);
        EditionRules.followsThePublishedOnes(state, command.edition(), content);
        EditionRules.hasATextOfItsOwn(state, ContentDigest.of(content.text()));
        var answer = answer(terms, command.edition(), content, command.now(), null);
        apply(new EditionPublished(
                command.termsId(), command.edition(), answer.digest(), answer.effectiveFrom(), content));
        return answer;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    EditionWithdrawn handle(WithdrawEdition command, RecordsOfEditions records) {
        state.registered(command.termsId());
        var publication = EditionRules.isPublished(state, command.edition());
        EditionRules.mayStillBeWithdrawn(
                publication,
                command.now(),
                () -> records.noneNames(command.termsId(), command.edition(), publication.eventId()));
        var withdrawal = new EditionWithdrawn(command.termsId(), command.edition(), command.reason());
        apply(withdrawal);
        return withdrawal;
    }

    @EventSourcingHandler
    void on(
            TermsEvent event,
            @MessageIdentifier String eventId,
            @MetaDataValue(Commands.RECORDED_BY) @Nullable String recordedBy) {
        id = AggregateIds.terms(event.termsId());
        state.apply(event, eventId, recordedBy);
    }

    private EditionAnswer answer(
            TermsRegistered terms,
            EditionNumber edition,
            EditionContent content,
            Instant now,
            @Nullable String saidBy) {
        return new EditionAnswer(
                edition,
                ContentDigest.of(content.text()),
                EditionRules.firstInstantOf(content.effectiveOn(), terms.timeZone()),
                CheckReport.on(state, terms, edition, content, now),
                saidBy);
    }
}

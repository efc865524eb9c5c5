package org.consentledger.command.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.platform.AggregateIds;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.Policies.Superseded;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final TermsId TERMS = new TermsId("cloud");
    private static final CustomerId CUSTOMER = new CustomerId("c-1");
    private static final EditionNumber ONE = new EditionNumber(1);
    private static final EditionNumber TWO = new EditionNumber(2);
    private static final EditionNumber THREE = new EditionNumber(3);
    private static final EditionNumber FOUR = new EditionNumber(4);

    /** Edition 1 is published at 10:00, edition 2, in force for years, at 12:00, edition 3, in force next year, too. */
    private static final Instant FIRST_PUBLICATION = Instant.parse("2026-06-01T10:00:00Z");

    private static final Instant SECOND_PUBLICATION = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T18:00:00Z");

    private static final PurposeId NEWSLETTER = new PurposeId("newsletter");
    private static final Source PAPER = new Source(Source.Kind.PAPER, "folder 7", DatePrecision.DAY);

    private final EmbeddedEventStore termsInLedger = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AggregateTestFixture<Agreement> ledger = new AggregateTestFixture<>(Agreement.class);
    private long sequence;

    AgreementTest() {
        ledger.registerInjectableResource(new RecordedTerms(termsInLedger));
    }

    @Test
    @DisplayName("公開された版への同意を記録する。時刻が示されなければ今である")
    void recordsAnAcceptance() {
        terms(Policies.standard());
        ledger.givenNoPriorActivity()
                .when(accept(act(TWO, null, null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("同じ版への二度目の同意も、ひとつの事実である")
    void recordsARepeatedAcceptance() {
        terms(Policies.standard());
        ledger.given(accepted(act(TWO, null, null), SECOND_PUBLICATION))
                .when(accept(act(TWO, null, null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("施行前でも、公開された版には同意できる")
    void recordsAnAcceptanceBeforeTheEditionIsInForce() {
        terms(Policies.standard());
        ledger.givenNoPriorActivity()
                .when(accept(act(THREE, null, null)))
                .expectEvents(accepted(act(THREE, null, null), NOW));
    }

    @Test
    @DisplayName("不同意を記録する")
    void recordsARefusal() {
        terms(Policies.standard());
        var act = act(TWO, null, null);
        ledger.givenNoPriorActivity()
                .when(new RefuseEdition(act))
                .expectEvents(new EditionRefused(
                        CUSTOMER, TERMS, TWO, act.digest(), NOW, Channel.WEB, Actor.self(), null, null));
    }

    @Test
    @DisplayName("登録されていない約款、ない版、公開前の版には同意できない")
    void rejectsAnEditionThatIsNotPublished() {
        rejects(accept(act(TWO, null, null)), Code.TERMS_UNKNOWN);
        terms(Policies.standard());
        rejects(accept(act(new EditionNumber(9), null, null)), Code.EDITION_UNKNOWN);
        rejects(accept(act(FOUR, null, null)), Code.EDITION_NOT_PUBLISHED);
    }

    @Test
    @DisplayName("公開されたばかりの版も、すぐに同意できる")
    void seesAnEditionPublishedSinceTheLastLook() {
        terms(Policies.standard());
        rejects(accept(act(FOUR, null, null)), Code.EDITION_NOT_PUBLISHED);
        publish(FOUR, LocalDate.of(2027, 6, 1), SECOND_PUBLICATION);
        ledger.givenNoPriorActivity()
                .when(accept(act(FOUR, null, null)))
                .expectEvents(accepted(act(FOUR, null, null), NOW));
    }

    @Test
    @DisplayName("表示された本文が版の本文と違えば、同意できない")
    void rejectsAnotherText() {
        terms(Policies.standard());
        rejects(accept(otherText(TWO, null)), Code.SHOWN_TEXT_DIFFERS);
    }

    @Test
    @DisplayName("未来の同意は記録しない。数秒の進みは今とみなす")
    void rejectsAnActOfTheFuture() {
        terms(Policies.standard());
        rejects(accept(act(TWO, NOW.plusMillis(5001), null)), Code.EXPRESSED_IN_FUTURE);
        rejects(accept(act(TWO, NOW.plusMillis(5001), PAPER)), Code.EXPRESSED_IN_FUTURE);
        ledger.givenNoPriorActivity()
                .when(accept(act(TWO, NOW.plusSeconds(5), null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("新しい版に代わった版には同意できない")
    void rejectsASupersededEdition() {
        terms(Policies.standard());
        rejects(accept(act(ONE, null, null)), Code.EDITION_SUPERSEDED);
        rejects(new RefuseEdition(act(ONE, null, null)), Code.EDITION_SUPERSEDED);
        rejects(accept(act(ONE, SECOND_PUBLICATION, null)), Code.EDITION_SUPERSEDED);
    }

    @Test
    @DisplayName("代わったかどうかは、同意した時点で判断する")
    void judgesSupersessionWhenThePersonActed() {
        terms(Policies.standard());
        var before = SECOND_PUBLICATION.minusSeconds(1);
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, before, null)))
                .expectEvents(accepted(act(ONE, before, null), before));
    }

    @Test
    @DisplayName("提供者が望めば、代わった版への同意も記録する")
    void recordsASupersededEditionWhereTheProviderWantsIt() {
        terms(new Policies(Superseded.RECORD, false, 0));
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, null, null)))
                .expectEvents(accepted(act(ONE, null, null), NOW));
    }

    @Test
    @DisplayName("公開より前の同意は、出典がなければ記録しない")
    void rejectsAnActBeforeThePublication() {
        terms(Policies.standard());
        rejects(accept(act(ONE, FIRST_PUBLICATION.minusMillis(1), null)), Code.EXPRESSED_BEFORE_PUBLICATION);
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, FIRST_PUBLICATION, null)))
                .expectEvents(accepted(act(ONE, FIRST_PUBLICATION, null), FIRST_PUBLICATION));
    }

    @Test
    @DisplayName("出典のある過去の同意は、公開より前でも、代わった版でも記録する")
    void recordsWhatWasTakenOverFromThePast() {
        terms(Policies.standard());
        var longAgo = Instant.parse("2019-08-01T00:00:00Z");
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, longAgo, PAPER)))
                .expectEvents(accepted(act(ONE, longAgo, PAPER), longAgo));
    }

    @Test
    @DisplayName("台帳の時計が進んでいても、今の同意は公開の後である")
    void takesNowAsNotBeforeThePublication() {
        terms(Policies.standard());
        var slow = FIRST_PUBLICATION.minusSeconds(61);
        var act = new StatedAct(
                CUSTOMER, TERMS, TWO, ContentDigest.of("2"), null, Channel.WEB, Actor.self(), null, null, slow);
        ledger.givenNoPriorActivity().when(accept(act)).expectEvents(accepted(act, SECOND_PUBLICATION));
    }

    @Test
    @DisplayName("任意の利用目的についての判断を、同意と共に記録する")
    void recordsDecisions() {
        terms(Policies.standard());
        var decision = new PurposeDecision(NEWSLETTER, Decision.REFUSED);
        ledger.givenNoPriorActivity()
                .when(accept(act(TWO, null, null), decision))
                .expectEvents(accepted(act(TWO, null, null), NOW, decision));
    }

    @Test
    @DisplayName("版にない利用目的、約款に伴う目的、法令に基づく目的には判断できない")
    void rejectsDecisionsOnOtherPurposes() {
        terms(Policies.standard());
        rejects(decide("unheard-of"), Code.PURPOSE_UNKNOWN);
        rejects(decide("service"), Code.PURPOSE_NOT_VOLUNTARY);
        rejects(decide("law"), Code.REQUIRED_BY_LAW);
    }

    @Test
    @DisplayName("提供者が求めれば、任意の利用目的すべてに判断が必要である。不同意には要らない")
    void rejectsAMissingDecisionWhereTheProviderWantsIt() {
        terms(new Policies(Superseded.REFUSE, true, 0));
        rejects(accept(act(TWO, null, null)), Code.DECISION_MISSING);
        ledger.givenNoPriorActivity()
                .when(new RefuseEdition(act(TWO, null, null)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @DisplayName("検査の順序: 判断、未来、本文、代わった版、公開前")
    void checksInTheOrderOfTheContract() {
        terms(Policies.standard());
        var decision = new PurposeDecision(new PurposeId("unheard-of"), Decision.GIVEN);
        rejects(accept(otherText(ONE, NOW.plusSeconds(60)), decision), Code.PURPOSE_UNKNOWN);
        rejects(accept(otherText(ONE, NOW.plusSeconds(60))), Code.EXPRESSED_IN_FUTURE);
        rejects(accept(otherText(ONE, NOW)), Code.SHOWN_TEXT_DIFFERS);
        rejects(accept(otherText(ONE, FIRST_PUBLICATION.minusSeconds(1))), Code.SHOWN_TEXT_DIFFERS);
    }

    private void rejects(Object command, Code code) {
        ledger.givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(Matchers.matches((CommandRejected rejected) -> rejected.code() == code));
    }

    private static AcceptEdition accept(StatedAct act, PurposeDecision... decisions) {
        return new AcceptEdition(act, List.of(decisions));
    }

    private static AcceptEdition decide(String purpose) {
        return accept(act(TWO, null, null), new PurposeDecision(new PurposeId(purpose), Decision.GIVEN));
    }

    private static StatedAct act(EditionNumber edition, @Nullable Instant expressedAt, @Nullable Source source) {
        var digest = ContentDigest.of(edition.toString());
        return new StatedAct(
                CUSTOMER, TERMS, edition, digest, expressedAt, Channel.WEB, Actor.self(), null, source, NOW);
    }

    private static StatedAct otherText(EditionNumber edition, @Nullable Instant expressedAt) {
        var digest = ContentDigest.of("別の本文");
        return new StatedAct(CUSTOMER, TERMS, edition, digest, expressedAt, Channel.WEB, Actor.self(), null, null, NOW);
    }

    private static EditionAccepted accepted(StatedAct act, Instant expressedAt, PurposeDecision... decisions) {
        return new EditionAccepted(
                act.customerId(),
                act.termsId(),
                act.edition(),
                act.digest(),
                List.of(decisions),
                expressedAt,
                act.channel(),
                act.actor(),
                act.evidence(),
                act.source());
    }

    private void terms(Policies policies) {
        record(
                new TermsRegistered(TERMS, "約款", "提供者", ZoneId.of("Asia/Tokyo"), "ja", policies),
                FIRST_PUBLICATION.minusSeconds(60));
        publish(ONE, LocalDate.of(2019, 7, 30), FIRST_PUBLICATION);
        publish(TWO, LocalDate.of(2020, 2, 21), SECOND_PUBLICATION);
        publish(THREE, LocalDate.of(2027, 1, 1), SECOND_PUBLICATION);
        record(new EditionDrafted(TERMS, FOUR, content(FOUR, LocalDate.of(2027, 6, 1))), SECOND_PUBLICATION);
    }

    private void publish(EditionNumber edition, LocalDate effectiveOn, Instant recordedAt) {
        var effectiveFrom = effectiveOn.atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant();
        var digest = ContentDigest.of(edition.toString());
        record(new EditionPublished(TERMS, edition, digest, effectiveFrom, content(edition, effectiveOn)), recordedAt);
    }

    private void record(TermsEvent event, Instant recordedAt) {
        termsInLedger.publish(new GenericDomainEventMessage<>(
                "TermsDocument",
                AggregateIds.terms(TERMS),
                sequence++,
                event,
                MetaData.emptyInstance(),
                "event-" + sequence,
                recordedAt));
    }

    private static EditionContent content(EditionNumber edition, LocalDate effectiveOn) {
        var change =
                new Change(Change.Procedure.ACCEPTANCE, Change.Ground.REASONABLE, Change.Regime.CIVIL_CODE_548_4, null);
        return new EditionContent(
                "版",
                effectiveOn,
                effectiveOn,
                edition.toString(),
                change,
                List.of(
                        purpose("service", Mode.WITH_TERMS),
                        purpose("newsletter", Mode.VOLUNTARY),
                        purpose("law", Mode.REQUIRED_BY_LAW)));
    }

    private static PurposeOfUse purpose(String id, Mode mode) {
        return new PurposeOfUse(new PurposeId(id), "第1条", "目的", mode, List.of(), false, null, false);
    }
}

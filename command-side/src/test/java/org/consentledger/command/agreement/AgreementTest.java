package org.consentledger.command.agreement;

import static org.consentledger.command.CloudTerms.CUSTOMER;
import static org.consentledger.command.CloudTerms.FIRST_PUBLICATION;
import static org.consentledger.command.CloudTerms.FOUR;
import static org.consentledger.command.CloudTerms.NEWSLETTER;
import static org.consentledger.command.CloudTerms.NOW;
import static org.consentledger.command.CloudTerms.ONE;
import static org.consentledger.command.CloudTerms.SECOND_PUBLICATION;
import static org.consentledger.command.CloudTerms.TERMS;
import static org.consentledger.command.CloudTerms.THREE;
import static org.consentledger.command.CloudTerms.TWO;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.CloudTerms;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.Policies.Superseded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Source PAPER = new Source(Source.Kind.PAPER, "folder 7", DatePrecision.DAY);

    private final CloudTerms terms = new CloudTerms();
    private final AggregateTestFixture<Agreement> ledger = new AggregateTestFixture<>(Agreement.class);

    AgreementTest() {
        ledger.registerInjectableResource(new RecordedTerms(terms.ledger()));
        ledger.registerInjectableResource(new RecordedCustomers(terms.ledger()));
    }

    /** An act on an edition that was shown. */
    private record Act(ShownEdition shown, StatedAct act) {}

    @Test
    @DisplayName("公開された版への同意を記録する。時刻が示されなければ今である")
    void recordsAnAcceptance() {
        terms.register(Policies.standard());
        ledger.givenNoPriorActivity()
                .when(accept(act(TWO, null, null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("同じ版への二度目の同意も、ひとつの事実である")
    void recordsARepeatedAcceptance() {
        terms.register(Policies.standard());
        ledger.given(accepted(act(TWO, null, null), SECOND_PUBLICATION))
                .when(accept(act(TWO, null, null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("施行前でも、公開された版には同意できる")
    void recordsAnAcceptanceBeforeTheEditionIsInForce() {
        terms.register(Policies.standard());
        ledger.givenNoPriorActivity()
                .when(accept(act(THREE, null, null)))
                .expectEvents(accepted(act(THREE, null, null), NOW));
    }

    @Test
    @DisplayName("不同意を記録する")
    void recordsARefusal() {
        terms.register(Policies.standard());
        var act = act(TWO, null, null);
        ledger.givenNoPriorActivity()
                .when(refuse(act))
                .expectEvents(new EditionRefused(
                        CUSTOMER, TERMS, TWO, act.shown().digest(), NOW, Channel.WEB, Actor.self(), null, null));
    }

    @Test
    @DisplayName("登録されていない約款、ない版、公開前の版には同意できない")
    void rejectsAnEditionThatIsNotPublished() {
        rejects(accept(act(TWO, null, null)), Code.TERMS_UNKNOWN);
        terms.register(Policies.standard());
        rejects(accept(act(new EditionNumber(9), null, null)), Code.EDITION_UNKNOWN);
        rejects(accept(act(FOUR, null, null)), Code.EDITION_NOT_PUBLISHED);
    }

    @Test
    @DisplayName("公開されたばかりの版も、すぐに同意できる")
    void seesAnEditionPublishedSinceTheLastLook() {
        terms.register(Policies.standard());
        rejects(accept(act(FOUR, null, null)), Code.EDITION_NOT_PUBLISHED);
        terms.publish(FOUR, LocalDate.of(2027, 6, 1), SECOND_PUBLICATION);
        ledger.givenNoPriorActivity()
                .when(accept(act(FOUR, null, null)))
                .expectEvents(accepted(act(FOUR, null, null), NOW));
    }

    @Test
    @DisplayName("表示された本文が版の本文と違えば、同意できない")
    void rejectsAnotherText() {
        terms.register(Policies.standard());
        rejects(accept(otherText(TWO, null)), Code.SHOWN_TEXT_DIFFERS);
    }

    @Test
    @DisplayName("未来の同意は記録しない。数秒の進みは今とみなす")
    void rejectsAnActOfTheFuture() {
        terms.register(Policies.standard());
        rejects(accept(act(TWO, NOW.plusMillis(5001), null)), Code.EXPRESSED_IN_FUTURE);
        rejects(accept(act(TWO, NOW.plusMillis(5001), PAPER)), Code.EXPRESSED_IN_FUTURE);
        ledger.givenNoPriorActivity()
                .when(accept(act(TWO, NOW.plusSeconds(5), null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("新しい版に代わった版には同意できない")
    void rejectsASupersededEdition() {
        terms.register(Policies.standard());
        rejects(accept(act(ONE, null, null)), Code.EDITION_SUPERSEDED);
        rejects(refuse(act(ONE, null, null)), Code.EDITION_SUPERSEDED);
        rejects(accept(act(ONE, SECOND_PUBLICATION, null)), Code.EDITION_SUPERSEDED);
    }

    @Test
    @DisplayName("代わったかどうかは、同意した時点で判断する")
    void judgesSupersessionWhenThePersonActed() {
        terms.register(Policies.standard());
        var before = SECOND_PUBLICATION.minusSeconds(1);
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, before, null)))
                .expectEvents(accepted(act(ONE, before, null), before));
    }

    @Test
    @DisplayName("提供者が望めば、代わった版への同意も記録する")
    void recordsASupersededEditionWhereTheProviderWantsIt() {
        terms.register(new Policies(Superseded.RECORD, false, 0));
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, null, null)))
                .expectEvents(accepted(act(ONE, null, null), NOW));
    }

    @Test
    @DisplayName("公開より前の同意は、出典がなければ記録しない")
    void rejectsAnActBeforeThePublication() {
        terms.register(Policies.standard());
        rejects(accept(act(ONE, FIRST_PUBLICATION.minusMillis(1), null)), Code.EXPRESSED_BEFORE_PUBLICATION);
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, FIRST_PUBLICATION, null)))
                .expectEvents(accepted(act(ONE, FIRST_PUBLICATION, null), FIRST_PUBLICATION));
    }

    @Test
    @DisplayName("出典のある過去の同意は、公開より前でも、代わった版でも記録する")
    void recordsWhatWasTakenOverFromThePast() {
        terms.register(Policies.standard());
        var longAgo = Instant.parse("2019-08-01T00:00:00Z");
        ledger.givenNoPriorActivity()
                .when(accept(act(ONE, longAgo, PAPER)))
                .expectEvents(accepted(act(ONE, longAgo, PAPER), longAgo));
    }

    @Test
    @DisplayName("台帳の時計が進んでいても、今の同意は公開の後である")
    void takesNowAsNotBeforeThePublication() {
        terms.register(Policies.standard());
        var slow = FIRST_PUBLICATION.minusSeconds(61);
        var act = new Act(
                new ShownEdition(TERMS, TWO, CloudTerms.digest(TWO)),
                new StatedAct(null, Channel.WEB, Actor.self(), null, null, slow));
        ledger.givenNoPriorActivity().when(accept(act)).expectEvents(accepted(act, SECOND_PUBLICATION));
    }

    @Test
    @DisplayName("任意の利用目的についての判断を、同意と共に記録する")
    void recordsDecisions() {
        terms.register(Policies.standard());
        var decision = new PurposeDecision(NEWSLETTER, Decision.REFUSED);
        ledger.givenNoPriorActivity()
                .when(accept(act(TWO, null, null), decision))
                .expectEvents(accepted(act(TWO, null, null), NOW, decision));
    }

    @Test
    @DisplayName("版にない利用目的、約款に伴う目的、法令に基づく目的には判断できない")
    void rejectsDecisionsOnOtherPurposes() {
        terms.register(Policies.standard());
        rejects(decide("unheard-of"), Code.PURPOSE_UNKNOWN);
        rejects(decide("service"), Code.PURPOSE_NOT_VOLUNTARY);
        rejects(decide("law"), Code.REQUIRED_BY_LAW);
    }

    @Test
    @DisplayName("提供者が求めれば、任意の利用目的すべてに判断が必要である。不同意には要らない")
    void rejectsAMissingDecisionWhereTheProviderWantsIt() {
        terms.register(new Policies(Superseded.REFUSE, true, 0));
        rejects(accept(act(TWO, null, null)), Code.DECISION_MISSING);
        ledger.givenNoPriorActivity().when(refuse(act(TWO, null, null))).expectSuccessfulHandlerExecution();
    }

    @Test
    @DisplayName("検査の順序: 判断、未来、本文、代わった版、公開前")
    void checksInTheOrderOfTheContract() {
        terms.register(Policies.standard());
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

    private static AcceptEdition accept(Act act, PurposeDecision... decisions) {
        return new AcceptEdition(CUSTOMER, act.shown(), act.act(), List.of(decisions));
    }

    private static RefuseEdition refuse(Act act) {
        return new RefuseEdition(CUSTOMER, act.shown(), act.act());
    }

    private static AcceptEdition decide(String purpose) {
        return accept(act(TWO, null, null), new PurposeDecision(new PurposeId(purpose), Decision.GIVEN));
    }

    private static Act act(EditionNumber edition, @Nullable Instant expressedAt, @Nullable Source source) {
        return act(edition, CloudTerms.digest(edition), expressedAt, source);
    }

    private static Act otherText(EditionNumber edition, @Nullable Instant expressedAt) {
        return act(edition, ContentDigest.of("別の本文"), expressedAt, null);
    }

    private static Act act(
            EditionNumber edition, ContentDigest digest, @Nullable Instant expressedAt, @Nullable Source source) {
        return new Act(
                new ShownEdition(TERMS, edition, digest),
                new StatedAct(expressedAt, Channel.WEB, Actor.self(), null, source, NOW));
    }

    private static EditionAccepted accepted(Act act, Instant expressedAt, PurposeDecision... decisions) {
        return AgreementActs.of(accept(act, decisions), expressedAt);
    }
}

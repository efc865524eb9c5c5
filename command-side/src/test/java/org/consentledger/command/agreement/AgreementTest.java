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
import static org.consentledger.command.agreement.AgreementFixture.PAPER;
import static org.consentledger.command.agreement.AgreementFixture.accept;
import static org.consentledger.command.agreement.AgreementFixture.accepted;
import static org.consentledger.command.agreement.AgreementFixture.act;
import static org.consentledger.command.agreement.AgreementFixture.otherText;
import static org.consentledger.command.agreement.AgreementFixture.refuse;

import java.time.LocalDate;
import org.consentledger.command.platform.Code;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.Policies.Superseded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private final AgreementFixture agreement = new AgreementFixture();

    @Test
    @DisplayName("公開された版への同意を記録する。時刻が示されなければ今である")
    void recordsAnAcceptance() {
        agreement.terms.register(Policies.standard());
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(TWO, null, null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("同じ版への二度目の同意も、ひとつの事実である")
    void recordsARepeatedAcceptance() {
        agreement.terms.register(Policies.standard());
        agreement
                .ledger
                .given(accepted(act(TWO, null, null), SECOND_PUBLICATION))
                .when(accept(act(TWO, null, null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("施行前でも、公開された版には同意できる")
    void recordsAnAcceptanceBeforeTheEditionIsInForce() {
        agreement.terms.register(Policies.standard());
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(THREE, null, null)))
                .expectEvents(accepted(act(THREE, null, null), NOW));
    }

    @Test
    @DisplayName("不同意を記録する")
    void recordsARefusal() {
        agreement.terms.register(Policies.standard());
        var act = act(TWO, null, null);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(refuse(act))
                .expectEvents(new EditionRefused(
                        CUSTOMER, TERMS, TWO, act.shown().digest(), NOW, Channel.WEB, Actor.self(), null, null));
    }

    @Test
    @DisplayName("登録されていない約款、ない版、公開前の版には同意できない")
    void rejectsAnEditionThatIsNotPublished() {
        agreement.rejects(accept(act(TWO, null, null)), Code.TERMS_UNKNOWN);
        agreement.terms.register(Policies.standard());
        agreement.rejects(accept(act(new EditionNumber(9), null, null)), Code.EDITION_UNKNOWN);
        agreement.rejects(accept(act(FOUR, null, null)), Code.EDITION_NOT_PUBLISHED);
    }

    @Test
    @DisplayName("公開されたばかりの版も、すぐに同意できる")
    void seesAnEditionPublishedSinceTheLastLook() {
        agreement.terms.register(Policies.standard());
        agreement.rejects(accept(act(FOUR, null, null)), Code.EDITION_NOT_PUBLISHED);
        agreement.terms.publish(FOUR, LocalDate.of(2027, 6, 1), SECOND_PUBLICATION);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(FOUR, null, null)))
                .expectEvents(accepted(act(FOUR, null, null), NOW));
    }

    @Test
    @DisplayName("表示された本文が版の本文と違えば、同意できない")
    void rejectsAnotherText() {
        agreement.terms.register(Policies.standard());
        agreement.rejects(accept(otherText(TWO, null)), Code.SHOWN_TEXT_DIFFERS);
    }

    @Test
    @DisplayName("任意の利用目的についての判断を、同意と共に記録する")
    void recordsDecisions() {
        agreement.terms.register(Policies.standard());
        var decision = new PurposeDecision(NEWSLETTER, Decision.REFUSED);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(TWO, null, null), decision))
                .expectEvents(accepted(act(TWO, null, null), NOW, decision));
    }

    @Test
    @DisplayName("版にない利用目的、約款に伴う目的、法令に基づく目的には判断できない")
    void rejectsDecisionsOnOtherPurposes() {
        agreement.terms.register(Policies.standard());
        agreement.rejects(decide("unheard-of"), Code.PURPOSE_UNKNOWN);
        agreement.rejects(decide("service"), Code.PURPOSE_NOT_VOLUNTARY);
        agreement.rejects(decide("law"), Code.REQUIRED_BY_LAW);
    }

    @Test
    @DisplayName("提供者が求めれば、任意の利用目的すべてに判断が必要である。不同意には要らない")
    void rejectsAMissingDecisionWhereTheProviderWantsIt() {
        agreement.terms.register(new Policies(Superseded.REFUSE, true, 0));
        agreement.rejects(accept(act(TWO, null, null)), Code.DECISION_MISSING);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(refuse(act(TWO, null, null)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @DisplayName("出典のある過去の同意は、当時の判断がなくてもひとつの事実である")
    void recordsAnOldAcceptanceWithoutDecisions() {
        agreement.terms.register(new Policies(Superseded.REFUSE, true, 0));
        var old = act(TWO, SECOND_PUBLICATION, PAPER);
        agreement.ledger.givenNoPriorActivity().when(accept(old)).expectEvents(accepted(old, SECOND_PUBLICATION));
    }

    @Test
    @DisplayName("検査の順序: 判断、未来、本文、代わった版、公開前")
    void checksInTheOrderOfTheContract() {
        agreement.terms.register(Policies.standard());
        var decision = new PurposeDecision(new PurposeId("unheard-of"), Decision.GIVEN);
        agreement.rejects(accept(otherText(ONE, NOW.plusSeconds(60)), decision), Code.PURPOSE_UNKNOWN);
        agreement.rejects(accept(otherText(ONE, NOW.plusSeconds(60))), Code.EXPRESSED_IN_FUTURE);
        agreement.rejects(accept(otherText(ONE, NOW)), Code.SHOWN_TEXT_DIFFERS);
        agreement.rejects(accept(otherText(ONE, FIRST_PUBLICATION.minusSeconds(1))), Code.SHOWN_TEXT_DIFFERS);
    }

    private static AcceptEdition decide(String purpose) {
        return accept(act(TWO, null, null), new PurposeDecision(new PurposeId(purpose), Decision.GIVEN));
    }
}

package org.consentledger.command.agreement;

import static org.consentledger.command.CloudTerms.FIRST_PUBLICATION;
import static org.consentledger.command.CloudTerms.NOW;
import static org.consentledger.command.CloudTerms.ONE;
import static org.consentledger.command.CloudTerms.SECOND_PUBLICATION;
import static org.consentledger.command.CloudTerms.THREE;
import static org.consentledger.command.CloudTerms.TWO;
import static org.consentledger.command.agreement.AgreementFixture.PAPER;
import static org.consentledger.command.agreement.AgreementFixture.accept;
import static org.consentledger.command.agreement.AgreementFixture.accepted;
import static org.consentledger.command.agreement.AgreementFixture.act;
import static org.consentledger.command.agreement.AgreementFixture.refuse;

import java.time.Instant;
import org.consentledger.command.platform.Code;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.Policies.Superseded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a person may have acted, and on which edition then. */
class TimeOfActTest {
    private final AgreementFixture agreement = new AgreementFixture();

    @Test
    @DisplayName("未来の同意は記録しない。数秒の進みは今とみなす")
    void rejectsAnActOfTheFuture() {
        agreement.terms.register(Policies.standard());
        agreement.rejects(accept(act(TWO, NOW.plusMillis(5001), null)), Code.EXPRESSED_IN_FUTURE);
        agreement.rejects(accept(act(TWO, NOW.plusMillis(5001), PAPER)), Code.EXPRESSED_IN_FUTURE);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(TWO, NOW.plusSeconds(5), null)))
                .expectEvents(accepted(act(TWO, null, null), NOW));
    }

    @Test
    @DisplayName("新しい版に代わった版には同意できない")
    void rejectsASupersededEdition() {
        agreement.terms.register(Policies.standard());
        agreement.rejects(accept(act(ONE, null, null)), Code.EDITION_SUPERSEDED);
        agreement.rejects(refuse(act(ONE, null, null)), Code.EDITION_SUPERSEDED);
        agreement.rejects(accept(act(ONE, SECOND_PUBLICATION, null)), Code.EDITION_SUPERSEDED);
    }

    @Test
    @DisplayName("代わったかどうかは、同意した時点で判断する")
    void judgesSupersessionWhenThePersonActed() {
        agreement.terms.register(Policies.standard());
        var before = SECOND_PUBLICATION.minusSeconds(1);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(ONE, before, null)))
                .expectEvents(accepted(act(ONE, before, null), before));
    }

    @Test
    @DisplayName("提供者が望めば、代わった版への同意も記録する")
    void recordsASupersededEditionWhereTheProviderWantsIt() {
        agreement.terms.register(new Policies(Superseded.RECORD, false, 0));
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(ONE, null, null)))
                .expectEvents(accepted(act(ONE, null, null), NOW));
    }

    @Test
    @DisplayName("公開より前の同意は、出典がなければ記録しない")
    void rejectsAnActBeforeThePublication() {
        agreement.terms.register(Policies.standard());
        agreement.rejects(accept(act(ONE, FIRST_PUBLICATION.minusMillis(1), null)), Code.EXPRESSED_BEFORE_PUBLICATION);
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(ONE, FIRST_PUBLICATION, null)))
                .expectEvents(accepted(act(ONE, FIRST_PUBLICATION, null), FIRST_PUBLICATION));
    }

    @Test
    @DisplayName("出典のある過去の同意は、公開より前でも、代わった版でも記録する")
    void recordsWhatWasTakenOverFromThePast() {
        agreement.terms.register(Policies.standard());
        var longAgo = Instant.parse("2019-08-01T00:00:00Z");
        agreement
                .ledger
                .givenNoPriorActivity()
                .when(accept(act(ONE, longAgo, PAPER)))
                .expectEvents(accepted(act(ONE, longAgo, PAPER), longAgo));
    }

    @Test
    @DisplayName("台帳の時計が進んでいても、今の同意は公開の後である")
    void takesNowAsNotBeforeThePublication() {
        agreement.terms.register(Policies.standard());
        var slow = FIRST_PUBLICATION.minusSeconds(61);
        var act = act(TWO, slow);
        agreement.ledger.givenNoPriorActivity().when(accept(act)).expectEvents(accepted(act, SECOND_PUBLICATION));
    }

    @Test
    @DisplayName("ほかのプロセスの時計が進んでいても、今の同意は前の同意より前にならない")
    void takesNowAsNotBeforeAnEarlierAct() {
        agreement.terms.register(Policies.standard());
        var ahead = NOW.plusMillis(50);
        agreement
                .ledger
                .given(accepted(act(THREE, null, null), ahead))
                .when(accept(act(TWO, NOW)))
                .expectEvents(accepted(act(TWO, NOW), ahead));
    }
}

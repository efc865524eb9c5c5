package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.standing.Ledger.changed;
import static org.consentledger.standing.Ledger.keptFor;
import static org.consentledger.standing.Ledger.purpose;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.standing.Standing.Basis;
import org.consentledger.standing.Standing.Due;
import org.consentledger.standing.Standing.PurposeState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PurposeRulesTest {
    private static final PurposeOfUse BILLING = purpose("billing", Mode.WITH_TERMS);
    private static final PurposeOfUse NEWS = purpose("news", Mode.VOLUNTARY);
    private static final PurposeOfUse LAW = purpose("law", Mode.REQUIRED_BY_LAW);
    private static final String JOINED = "2019-08-01T00:00:00Z";
    private static final String IN_12 = "2019-09-01T00:00:00Z";
    private static final String IN_13 = "2020-03-01T00:00:00Z";
    private static final String EFFECT_OF_13 = "2020-02-20T15:00:00Z";

    private static Ledger seed() {
        return new Ledger().edition(12, "2019-07-30", INITIAL, BILLING, NEWS, LAW);
    }

    private static Standing.OfPurpose of(Standing standing, PurposeOfUse purpose) {
        return standing.purposes().stream()
                .filter(state -> state.purpose().purposeId().equals(purpose.purposeId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("約款とともに同意される目的は、約款への同意で足りる")
    void comesWithTheTerms() {
        var ledger = seed();
        var accepted = ledger.accepts(12, JOINED);
        assertThat(of(ledger.standing(IN_12), BILLING))
                .isEqualTo(new Standing.OfPurpose(
                        BILLING, PurposeState.CONSENTED, Basis.ACCEPTED, Instant.parse(JOINED), accepted));
    }

    @Test
    @DisplayName("法令に基づく目的は、常に法令に基づく")
    void isRequiredByLawAlsoAfterLeaving() {
        var ledger = seed();
        ledger.accepts(12, JOINED);
        ledger.leaves("2019-10-01T00:00:00Z");
        assertThat(of(ledger.standing("2019-11-01T00:00:00Z"), LAW).state()).isEqualTo(PurposeState.REQUIRED_BY_LAW);
        assertThat(of(ledger.standing("2019-11-01T00:00:00Z"), LAW).basis()).isEqualTo(Basis.LAW);
    }

    @Test
    @DisplayName("沈黙は同意ではない")
    void isNotAskedWhereNothingWasDecided() {
        var ledger = seed();
        ledger.accepts(12, JOINED);
        var news = of(ledger.standing(IN_12), NEWS);
        assertThat(news.state()).isEqualTo(PurposeState.NOT_ASKED);
        assertThat(news.basis()).isNull();
        assertThat(ledger.standing(IN_12).due()).isEmpty();
    }

    @Test
    @DisplayName("約款が決定を求めるときは、決めていない目的が次の問いとなる")
    void asksForADecisionWhereTheTermsDo() {
        var ledger = new Ledger(true).edition(12, "2019-07-30", INITIAL, NEWS);
        ledger.accepts(12, JOINED);
        assertThat(ledger.standing(IN_12).due()).containsExactly(new Due.DecidePurpose(new PurposeId("news")));
    }

    @Test
    @DisplayName("任意の目的は、最後の決定による。同じ瞬間では後の記録が勝つ")
    void standsAsLastDecided() {
        var ledger = seed();
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        assertThat(of(ledger.standing(IN_12), NEWS).state()).isEqualTo(PurposeState.CONSENTED);

        ledger.decides("news", CustomerFact.Outcome.WITHDRAWN, IN_12);
        assertThat(of(ledger.standing("2019-08-31T23:59:59Z"), NEWS).state()).isEqualTo(PurposeState.CONSENTED);
        assertThat(of(ledger.standing(IN_12), NEWS).state()).isEqualTo(PurposeState.WITHDRAWN);

        ledger.decides("news", CustomerFact.Outcome.REFUSED, IN_12);
        assertThat(of(ledger.standing(IN_12), NEWS).state()).isEqualTo(PurposeState.REFUSED);
    }

    @Test
    @DisplayName("遅れて届いた古い決定は、新しい決定を覆さない")
    void doesNotLetALateRecordOfAnEarlierDecisionWin() {
        var ledger = seed();
        ledger.accepts(12, JOINED);
        ledger.decides("news", CustomerFact.Outcome.WITHDRAWN, IN_12);
        ledger.decides("news", CustomerFact.Outcome.GIVEN, "2019-08-15T00:00:00Z");
        assertThat(of(ledger.standing(IN_12), NEWS).state()).isEqualTo(PurposeState.WITHDRAWN);
    }

    @Test
    @DisplayName("周知だけで重要な変更を受けた目的は、あらためて同意を要する")
    void needsRenewalWhereAMereNoticeChangedThePurpose() {
        var ledger = seed().edition(13, "2020-02-21", NOTICE, changed(BILLING), changed(NEWS), LAW);
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        var standing = ledger.standing(IN_13);
        assertThat(of(standing, BILLING).state()).isEqualTo(PurposeState.RENEWAL_REQUIRED);
        assertThat(of(standing, BILLING).since()).isEqualTo(Instant.parse(EFFECT_OF_13));
        assertThat(of(standing, NEWS).state()).isEqualTo(PurposeState.RENEWAL_REQUIRED);
        assertThat(standing.due())
                .containsExactly(
                        new Due.RenewPurpose(new PurposeId("billing")), new Due.RenewPurpose(new PurposeId("news")));

        ledger.accepts(13, "2020-03-02T00:00:00Z");
        ledger.decides("news", CustomerFact.Outcome.GIVEN, "2020-03-02T00:00:00Z");
        var renewed = ledger.standing("2020-03-03T00:00:00Z");
        assertThat(of(renewed, BILLING).state()).isEqualTo(PurposeState.CONSENTED);
        assertThat(of(renewed, NEWS).state()).isEqualTo(PurposeState.CONSENTED);
        assertThat(renewed.due()).isEmpty();
    }

    @Test
    @DisplayName("重要な変更が後の版で続いていなくても、更新の必要は残る")
    void stillNeedsRenewalWhenALaterEditionChangedNothing() {
        var ledger =
                seed().edition(13, "2020-02-21", NOTICE, changed(BILLING)).edition(14, "2020-03-21", NOTICE, BILLING);
        ledger.accepts(12, JOINED);
        assertThat(of(ledger.standing("2020-03-25T00:00:00Z"), BILLING).state())
                .isEqualTo(PurposeState.RENEWAL_REQUIRED);
    }

    @Test
    @DisplayName("施行前の版に同意しながら決めた目的は、その版について決めたものである")
    void coversTheEditionInWhoseAcceptanceItWasGiven() {
        var ledger = seed().edition(13, "2020-02-21", ACCEPTANCE, BILLING, changed(NEWS));
        ledger.accepts(12, JOINED);
        ledger.accepts(13, "2020-02-01T00:00:00Z", Map.of("news", Decision.GIVEN));
        assertThat(of(ledger.standing(IN_13), NEWS).state()).isEqualTo(PurposeState.CONSENTED);
    }

    @Test
    @DisplayName("適用される版の知られていない時の同意は、その後の重要な変更に及ばない")
    void coversNoChangeWhereNoEditionIsKnownToHaveApplied() {
        var ledger = seed().edition(13, "2020-02-21", NOTICE, BILLING, changed(NEWS));
        var mistaken = ledger.accepts(12, JOINED);
        ledger.decides("news", CustomerFact.Outcome.GIVEN, "2019-08-15T00:00:00Z");
        ledger.annuls(mistaken);
        ledger.accepts(12, IN_12);
        assertThat(of(ledger.standing(IN_12), NEWS).state()).isEqualTo(PurposeState.CONSENTED);
        assertThat(of(ledger.standing(IN_13), NEWS).state()).isEqualTo(PurposeState.RENEWAL_REQUIRED);
    }

    @Test
    @DisplayName("拒否や撤回は、重要な変更があっても更新を要しない")
    void asksNobodyToRenewARefusal() {
        var ledger = seed().edition(13, "2020-02-21", NOTICE, changed(NEWS));
        ledger.accepts(12, JOINED, Map.of("news", Decision.REFUSED));
        assertThat(of(ledger.standing(IN_13), NEWS).state()).isEqualTo(PurposeState.REFUSED);
        assertThat(ledger.standing(IN_13).due()).isEmpty();
    }

    @Test
    @DisplayName("周知で加わった目的は周知に、同意した版にもある目的は同意に基づく")
    void tellsWhatRestsOnANoticeAlone() {
        var recording = purpose("call-recording", Mode.WITH_TERMS);
        var ledger = seed().edition(13, "2020-02-21", NOTICE, BILLING, recording);
        ledger.accepts(12, JOINED);
        assertThat(of(ledger.standing(IN_13), BILLING).basis()).isEqualTo(Basis.ACCEPTED);
        assertThat(of(ledger.standing(IN_13), recording).basis()).isEqualTo(Basis.NOTICE);
        assertThat(of(ledger.standing(IN_13), recording).recordId()).isNull();
    }

    @Test
    @DisplayName("退会後の所定の期間は、暦に従って、約款の時間帯で数える")
    void keepsAPurposeForACivilPeriodAfterLeaving() {
        var leaving = keptFor(Period.ofMonths(1), purpose("leaving", Mode.WITH_TERMS));
        var ledger = new Ledger().edition(12, "2019-07-30", INITIAL, leaving, BILLING, NEWS);
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        ledger.leaves("2020-01-30T16:00:00Z");
        var lastInstant = ledger.standing("2020-02-28T15:59:59.999999Z");
        assertThat(of(lastInstant, leaving).state()).isEqualTo(PurposeState.CONSENTED);
        assertThat(of(lastInstant, BILLING).state()).isEqualTo(PurposeState.ENDED);
        assertThat(of(lastInstant, NEWS).state()).isEqualTo(PurposeState.ENDED);
        assertThat(of(ledger.standing("2020-02-28T16:00:00Z"), leaving).state()).isEqualTo(PurposeState.ENDED);
    }

    @Test
    @DisplayName("戻ってきたお客様には、任意の目的をあらためて尋ねる")
    void forgetsDecisionsOfTheTimeBeforeLeaving() {
        var ledger = seed();
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        ledger.leaves("2019-10-01T00:00:00Z");
        ledger.accepts(12, "2019-11-01T00:00:00Z");
        assertThat(of(ledger.standing("2019-12-01T00:00:00Z"), NEWS).state()).isEqualTo(PurposeState.NOT_ASKED);
    }

    @Test
    @DisplayName("次に尋ねるのは、適用されていない現行の版と、予告された同意を要する版である")
    void asksForTheEditionInForceAndForTheAnnouncedOne() {
        var ledger =
                seed().edition(13, "2020-02-21", ACCEPTANCE, BILLING).edition(14, "2020-06-01", ACCEPTANCE, BILLING);
        ledger.accepts(12, JOINED);
        assertThat(ledger.standing(IN_13).due())
                .isEqualTo(List.of(
                        new Due.AcceptEdition(new EditionNumber(13)), new Due.AcceptEdition(new EditionNumber(14))));
        ledger.refuses(13, "2020-03-02T00:00:00Z");
        ledger.accepts(14, "2020-03-02T00:00:00Z");
        assertThat(ledger.standing("2020-03-03T00:00:00Z").due()).isEmpty();
    }

    @Test
    @DisplayName("答えは、拠り所となる事実をすべて名指しする")
    void namesTheFactsItRestsOn() {
        var ledger = seed().edition(13, "2020-02-21", NOTICE, BILLING);
        var accepted = ledger.accepts(12, JOINED);
        var standing = ledger.standing(IN_13);
        assertThat(standing.restsOn())
                .extracting(Standing.Fact::eventId)
                .containsExactly("event-1", "event-2", accepted);
    }
}

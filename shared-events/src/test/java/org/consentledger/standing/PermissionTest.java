package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.standing.Ledger.purpose;
import static org.consentledger.standing.Ledger.withThirdParties;

import java.time.Instant;
import java.util.Map;
import org.consentledger.events.Decision;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.standing.CustomerFact.Outcome;
import org.consentledger.standing.Standing.PurposeState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final PurposeOfUse BILLING = purpose("billing", Mode.WITH_TERMS);
    private static final PurposeOfUse PARTNERS = withThirdParties(purpose("partners", Mode.WITH_TERMS));
    private static final PurposeOfUse NEWS = purpose("news", Mode.VOLUNTARY);
    private static final PurposeOfUse LAW = purpose("law", Mode.REQUIRED_BY_LAW);
    private static final String JOINED = "2019-08-01T00:00:00Z";
    private static final String IN_12 = "2019-09-01T00:00:00Z";
    private static final String IN_13 = "2020-03-01T00:00:00Z";

    private static Ledger seed() {
        return new Ledger()
                .edition(12, "2019-07-30", INITIAL, BILLING, NEWS, LAW)
                .edition(13, "2020-02-21", NOTICE, BILLING, PARTNERS, NEWS, LAW);
    }

    private static Permission permission(Ledger ledger, PurposeOfUse purpose, String at) {
        return Permission.of(ledger.terms(), ledger.customer(), purpose.purposeId(), Instant.parse(at));
    }

    @Test
    @DisplayName("約款とともに同意した目的と法令に基づく目的には、利用してよい")
    void permitsWhatIsConsentedToAndWhatTheLawRequires() {
        var ledger = seed();
        var accepted = ledger.accepts(12, JOINED);
        assertThat(permission(ledger, BILLING, IN_12).permitted()).isTrue();
        assertThat(permission(ledger, LAW, IN_12).permitted()).isTrue();
        assertThat(permission(ledger, BILLING, IN_12).restsOn())
                .extracting(Standing.Fact::eventId)
                .contains(accepted);
    }

    @Test
    @DisplayName("決めていない任意の目的には利用できず、同意の後撤回までは利用してよい")
    void followsTheDecisionOnAVoluntaryPurpose() {
        var ledger = seed();
        ledger.accepts(12, JOINED);
        assertThat(permission(ledger, NEWS, IN_12).permitted()).isFalse();
        ledger.decides("news", Outcome.GIVEN, "2019-08-10T00:00:00Z");
        ledger.decides("news", Outcome.WITHDRAWN, "2019-10-01T00:00:00Z");
        assertThat(permission(ledger, NEWS, IN_12).permitted()).isTrue();
        assertThat(permission(ledger, NEWS, IN_13).permitted()).isFalse();
        assertThat(permission(ledger, NEWS, IN_13).because())
                .extracting(Reason::code)
                .contains("PURPOSE_WITHDRAWN");
    }

    @Test
    @DisplayName("周知のみによる第三者提供の目的は、本人の同意ではないので利用できない")
    void doesNotTakeANoticeForAConsentToThirdParties() {
        var ledger = seed();
        ledger.accepts(12, JOINED);
        var byNotice = permission(ledger, PARTNERS, IN_13);
        assertThat(byNotice.permitted()).isFalse();
        assertThat(byNotice.because()).extracting(Reason::code).contains("NOTICE_IS_NOT_CONSENT");

        ledger.accepts(13, "2020-02-25T00:00:00Z");
        assertThat(permission(ledger, PARTNERS, IN_13).permitted()).isTrue();
    }

    @Test
    @DisplayName("適用された版に定めのない目的には利用できない")
    void doesNotPermitWhatTheEditionDoesNotState() {
        var ledger = seed();
        assertThat(permission(ledger, BILLING, IN_12).purpose()).isNull();
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        var notStated = permission(ledger, PARTNERS, IN_12);
        assertThat(notStated.permitted()).isFalse();
        assertThat(notStated.purpose()).isNull();
        assertThat(notStated.because()).extracting(Reason::code).contains("PURPOSE_NOT_STATED");
    }

    @Test
    @DisplayName("退会の後は、任意の目的には利用できない")
    void endsWithLeaving() {
        var ledger = seed();
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        ledger.leaves("2019-08-15T00:00:00Z");
        var ended = permission(ledger, NEWS, IN_12);
        assertThat(ended.permitted()).isFalse();
        assertThat(ended.purpose()).extracting(Standing.OfPurpose::state).isEqualTo(PurposeState.ENDED);
    }

    @Test
    @DisplayName("利用停止の間は、法令に基づく目的のほかには利用できない")
    void permitsNothingButWhatTheLawRequiresWhileUseIsSuspended() {
        var ledger = seed();
        ledger.accepts(12, JOINED, Map.of("news", Decision.GIVEN));
        var suspension = ledger.suspends("request", "2019-08-15T00:00:00Z");
        var suspended = permission(ledger, BILLING, IN_12);
        assertThat(suspended.permitted()).isFalse();
        assertThat(suspended.purpose()).extracting(Standing.OfPurpose::state).isEqualTo(PurposeState.CONSENTED);
        assertThat(suspended.because()).extracting(Reason::code).endsWith("USE_SUSPENDED");
        assertThat(suspended.restsOn()).extracting(Standing.Fact::eventId).contains(suspension);
        assertThat(permission(ledger, NEWS, IN_12).permitted()).isFalse();
        assertThat(permission(ledger, LAW, IN_12).permitted()).isTrue();
        assertThat(permission(ledger, BILLING, "2019-08-14T23:59:59Z").permitted())
                .isTrue();
        assertThat(ledger.standing(IN_12).because()).extracting(Reason::code).contains("USE_SUSPENDED");
    }

    @Test
    @DisplayName("利用停止は、解除の時から効力がなく、別の停止は解除されない")
    void permitsAgainOnceASuspensionIsLifted() {
        var ledger = seed();
        ledger.accepts(12, JOINED);
        ledger.suspends("one", "2019-08-15T00:00:00Z");
        ledger.suspends("other", "2019-08-20T00:00:00Z");
        ledger.lifts("one", "2019-08-25T00:00:00Z");
        assertThat(permission(ledger, BILLING, IN_12).permitted()).isFalse();
        var lifting = ledger.lifts("other", IN_12);
        assertThat(permission(ledger, BILLING, "2019-08-31T23:59:59Z").permitted())
                .isFalse();
        assertThat(permission(ledger, BILLING, IN_12).permitted()).isTrue();
        assertThat(permission(ledger, BILLING, IN_12).restsOn())
                .extracting(Standing.Fact::eventId)
                .contains(lifting);
        assertThat(ledger.standing(IN_12).because()).extracting(Reason::code).doesNotContain("USE_SUSPENDED");
    }

    @Test
    void knowsWhetherAnEditionEverStatedAPurpose() {
        assertThat(Permission.isStated(seed().terms(), new PurposeId("partners")))
                .isTrue();
        assertThat(Permission.isStated(seed().terms(), new PurposeId("sale"))).isFalse();
    }
}

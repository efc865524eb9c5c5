package org.consentledger.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.command.CloudTerms.CUSTOMER;
import static org.consentledger.command.CloudTerms.NOW;
import static org.consentledger.command.CloudTerms.SECOND_PUBLICATION;
import static org.consentledger.command.CloudTerms.TERMS;
import static org.consentledger.command.CloudTerms.TWO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.CloudTerms;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.PurposeId;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final Instant ACCEPTED = SECOND_PUBLICATION.plusSeconds(3600);
    private static final LegalHoldPlaced HELD = new LegalHoldPlaced(CUSTOMER, "訴訟", "事件一");
    private static final CustomerLeft LEFT =
            new CustomerLeft(CUSTOMER, null, ACCEPTED.plusSeconds(60), Channel.APP, Actor.self(), null, null);

    private final CloudTerms terms = new CloudTerms();
    private final AggregateTestFixture<Customer> ledger = new AggregateTestFixture<>(Customer.class);
    private final ErasureState state = new ErasureState();
    private boolean hasDataKey = true;

    @BeforeEach
    void given() {
        terms.register(Policies.standard());
        ledger.registerInjectableResource(new StandingsOfCustomer(
                () -> List.of(TERMS),
                new RecordedTerms(terms.ledger()),
                new RecordedCustomers(terms.ledger()),
                _ -> hasDataKey));
    }

    @Test
    @DisplayName("退会し、保全のないお客様の消去は申請できる")
    void takesTheRequestOfACustomerWhoLeft() {
        accepts();
        ledger.given(LEFT).when(request()).expectEvents(new ErasureRequested(CUSTOMER, "本人の申出"));
    }

    @Test
    @DisplayName("第三者提供の記録は三年間保存し、その間は消去しない")
    void keepsTheRecordsOfProvisionsForThreeYears() {
        accepts();
        terms.record(provided(), NOW.minus(Duration.ofDays(3 * 365 - 1)));
        ledger.given(LEFT).when(request()).expectException(code(Code.RETENTION_RUNNING));
    }

    @Test
    @DisplayName("三年を過ぎた第三者提供の記録は、消去を妨げない")
    void erasesOnceTheRecordsOfProvisionsAreOldEnough() {
        accepts();
        terms.record(provided(), NOW.minus(Duration.ofDays(3 * 366)));
        ledger.given(LEFT).when(request()).expectEvents(new ErasureRequested(CUSTOMER, "本人の申出"));
    }

    private static PersonalDataProvided provided() {
        return new PersonalDataProvided(
                CUSTOMER, TERMS, new PurposeId("service"), "提供先", List.of("氏名"), ACCEPTED, false, null);
    }

    @Test
    @DisplayName("退会していないお客様のデータは消去しない")
    void rejectsACustomerWhoHasNotLeft() {
        accepts();
        ledger.givenNoPriorActivity().when(request()).expectException(code(Code.STATE_CONFLICT));
    }

    @Test
    @DisplayName("版を拒否しただけの方は、退会を要しない")
    void demandsNoLeavingOfWhoNeverCame() {
        terms.record(
                new EditionRefused(
                        CUSTOMER, TERMS, TWO, CloudTerms.digest(TWO), ACCEPTED, Channel.WEB, Actor.self(), null, null),
                ACCEPTED);
        ledger.givenNoPriorActivity().when(request()).expectEvents(new ErasureRequested(CUSTOMER, "本人の申出"));
    }

    @Test
    @DisplayName("何も記録のない方の消去は申請できない")
    void rejectsWhoIsNotKnown() {
        hasDataKey = false;
        ledger.givenNoPriorActivity().when(request()).expectException(code(Code.STATE_CONFLICT));
    }

    @Test
    @DisplayName("法的保全は、退会より先に問われる")
    void asksForLegalHoldsFirst() {
        accepts();
        ledger.given(HELD).when(request()).expectException(code(Code.LEGAL_HOLD));
        ledger.given(HELD, LEFT).when(request()).expectException(code(Code.LEGAL_HOLD));
    }

    @Test
    @DisplayName("法的保全は幾つも並び立ち、すべて解除されるまで消去を妨げる")
    void standsUntilTheLastHoldIsReleased() {
        state.after(HELD, "hold-1", null);
        state.after(HELD, "hold-2", null);
        state.after(new LegalHoldReleased(CUSTOMER, "hold-1", "和解"), "event", null);
        rejects(Code.LEGAL_HOLD, () -> ErasureRules.noLegalHoldStands(state));
        rejects(Code.STATE_CONFLICT, () -> ErasureRules.holdStands(state, "hold-1"));
        rejects(Code.RECORD_UNKNOWN, () -> ErasureRules.holdStands(state, "hold-3"));

        state.after(new LegalHoldReleased(CUSTOMER, "hold-2", "和解"), "event", null);
        assertThatCode(() -> ErasureRules.noLegalHoldStands(state)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("申請した者は承認できない。呼び出した者が知られていれば")
    void wantsSomebodyElseToApproveWhereCallersAreKnown() {
        rejects(Code.FOUR_EYES, () -> ErasureRules.somebodyElseApproves("staff-7", "staff-7"));
        assertThatCode(() -> ErasureRules.somebodyElseApproves("staff-7", "staff-8"))
                .doesNotThrowAnyException();
        assertThatCode(() -> ErasureRules.somebodyElseApproves(null, null)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("申請のない消去は承認できない")
    void approvesOnlyWhatWasAskedFor() {
        rejects(Code.RECORD_UNKNOWN, () -> ErasureRules.isRequested(state, "erasure-1"));
        state.after(new ErasureRequested(CUSTOMER, "本人の申出"), "erasure-1", "staff-7");
        assertThatCode(() -> ErasureRules.isRequested(state, "erasure-1")).doesNotThrowAnyException();
    }

    private void accepts() {
        terms.record(
                new EditionAccepted(
                        CUSTOMER,
                        TERMS,
                        TWO,
                        CloudTerms.digest(TWO),
                        List.of(),
                        ACCEPTED,
                        Channel.WEB,
                        Actor.self(),
                        null,
                        null),
                ACCEPTED);
    }

    private static RequestErasure request() {
        return new RequestErasure(CUSTOMER, "本人の申出", NOW);
    }

    private static void rejects(Code code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

    private static Matcher<?> code(Code code) {
        return Matchers.matches((CommandRejected rejected) -> rejected.code() == code);
    }
}

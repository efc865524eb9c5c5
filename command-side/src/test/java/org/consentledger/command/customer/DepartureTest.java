package org.consentledger.command.customer;

import static org.consentledger.command.CloudTerms.CUSTOMER;
import static org.consentledger.command.CloudTerms.NOW;
import static org.consentledger.command.CloudTerms.SECOND_PUBLICATION;
import static org.consentledger.command.CloudTerms.TERMS;
import static org.consentledger.command.CloudTerms.THREE;
import static org.consentledger.command.CloudTerms.TWO;

import java.time.Instant;
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
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.terms.Policies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepartureTest {
    private static final Instant ACCEPTED = SECOND_PUBLICATION.plusSeconds(3600);
    private static final Instant LATER = ACCEPTED.plusSeconds(3600);

    private final CloudTerms terms = new CloudTerms();
    private final AggregateTestFixture<Customer> ledger = new AggregateTestFixture<>(Customer.class);

    @BeforeEach
    void given() {
        terms.register(Policies.standard());
        ledger.registerInjectableResource(new StandingsOfCustomer(
                () -> List.of(TERMS),
                new RecordedTerms(terms.ledger()),
                new RecordedCustomers(terms.ledger()),
                _ -> true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "cloud")
    @DisplayName("約款に同意したお客様は、ひとつの約款からも、すべてからも退会できる")
    void recordsADeparture(@Nullable String termsId) {
        accepts(TWO, ACCEPTED);
        ledger.givenNoPriorActivity().when(leave(termsId, null)).expectEvents(left(termsId, NOW));
        ledger.givenNoPriorActivity().when(leave(termsId, LATER)).expectEvents(left(termsId, LATER));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "cloud")
    @DisplayName("適用される版のないお客様は退会できない")
    void rejectsACustomerWhoIsNotBound(@Nullable String termsId) {
        rejects(leave(termsId, null), Code.NOT_BOUND);
        accepts(TWO, ACCEPTED);
        rejects(leave(termsId, ACCEPTED.minusSeconds(1)), Code.NOT_BOUND);
    }

    @Test
    @DisplayName("施行を待つ同意も、退会によって終わる")
    void endsAnAcceptanceThatWaits() {
        accepts(THREE, ACCEPTED);
        ledger.givenNoPriorActivity().when(leave(null, null)).expectEvents(left(null, NOW));
        rejects(leave("cloud", null), Code.NOT_BOUND, left(null, LATER));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "cloud")
    @DisplayName("二度の退会はできないが、復帰すればまた退会できる")
    void rejectsASecondDepartureUntilTheCustomerComesBack(@Nullable String termsId) {
        accepts(TWO, ACCEPTED);
        rejects(leave(termsId, null), Code.CUSTOMER_LEFT, left(null, LATER));
        rejects(leave(termsId, null), Code.CUSTOMER_LEFT, left("cloud", LATER));
        accepts(TWO, LATER.plusSeconds(1));
        ledger.given(left(null, LATER)).when(leave(termsId, null)).expectEvents(left(termsId, NOW));
    }

    @Test
    @DisplayName("退会した後に次の版に同意したお客様は、その施行前にも退会できる")
    void endsAReturnThatWaits() {
        accepts(TWO, ACCEPTED);
        accepts(THREE, LATER.plusSeconds(1));
        ledger.given(left(null, LATER)).when(leave(null, null)).expectEvents(left(null, NOW));
    }

    @Test
    @DisplayName("ほかの約款からの退会は、この約款に関わらない")
    void leavesOtherTermsAlone() {
        accepts(TWO, ACCEPTED);
        ledger.given(left("other", LATER)).when(leave("cloud", null)).expectEvents(left("cloud", NOW));
        rejects(leave("other", null), Code.TERMS_UNKNOWN);
    }

    @Test
    @DisplayName("ほかのプロセスの時計が進んでいても、今の退会は前の同意より前にならない")
    void takesNowAsNotBeforeAnEarlierAct() {
        var ahead = NOW.plusMillis(50);
        accepts(TWO, ahead);
        ledger.givenNoPriorActivity().when(leave(null, null)).expectEvents(left(null, ahead));
    }

    @Test
    @DisplayName("未来の退会は記録しない")
    void rejectsADepartureOfTheFuture() {
        accepts(TWO, ACCEPTED);
        rejects(leave(null, NOW.plusSeconds(60)), Code.EXPRESSED_IN_FUTURE);
    }

    @Test
    @DisplayName("誤って入力した退会は、一度だけ取り消せる")
    void annulsADepartureOnce() {
        var command = new AnnulDeparture(CUSTOMER, null, "record-1", "契約の変更だった");
        var annulled = new DepartureAnnulled(CUSTOMER, null, "record-1", "契約の変更だった");
        ledger.given(left(null, LATER)).when(command).expectEvents(annulled);
        rejects(command, Code.STATE_CONFLICT, left(null, LATER), annulled);
    }

    private void accepts(EditionNumber edition, Instant expressedAt) {
        terms.record(
                new EditionAccepted(
                        CUSTOMER,
                        TERMS,
                        edition,
                        CloudTerms.digest(edition),
                        List.of(),
                        expressedAt,
                        Channel.WEB,
                        Actor.self(),
                        null,
                        null),
                expressedAt);
    }

    private void rejects(Object command, Code code, Object... given) {
        ledger.given(given)
                .when(command)
                .expectNoEvents()
                .expectException(Matchers.matches((CommandRejected rejected) -> rejected.code() == code));
    }

    private static LeaveService leave(@Nullable String termsId, @Nullable Instant expressedAt) {
        var act = new StatedAct(expressedAt, Channel.APP, Actor.self(), null, null, NOW);
        return new LeaveService(CUSTOMER, termsId == null ? null : new TermsId(termsId), act);
    }

    private static CustomerLeft left(@Nullable String termsId, Instant expressedAt) {
        return new CustomerLeft(
                CUSTOMER,
                termsId == null ? null : new TermsId(termsId),
                expressedAt,
                Channel.APP,
                Actor.self(),
                null,
                null);
    }
}

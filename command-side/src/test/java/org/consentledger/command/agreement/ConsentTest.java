package org.consentledger.command.agreement;

import static org.consentledger.command.CloudTerms.CUSTOMER;
import static org.consentledger.command.CloudTerms.NEWSLETTER;
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
import org.consentledger.events.DatePrecision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.terms.Policies;
import org.consentledger.standing.CustomerFact.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final Source PAPER = new Source(Source.Kind.PAPER, "folder 7", DatePrecision.DAY);
    private static final Instant ACCEPTED = SECOND_PUBLICATION.plusSeconds(3600);
    private static final Instant LATER = ACCEPTED.plusSeconds(3600);

    private final CloudTerms terms = new CloudTerms();
    private final AggregateTestFixture<Agreement> ledger = new AggregateTestFixture<>(Agreement.class);

    @BeforeEach
    void given() {
        terms.register(Policies.standard());
        ledger.registerInjectableResource(new RecordedTerms(terms.ledger()));
        ledger.registerInjectableResource(new RecordedCustomers(terms.ledger()));
    }

    @Test
    @DisplayName("約款に同意したお客様は、任意の利用目的への同意を与え、拒み、撤回できる")
    void recordsEachDecision() {
        ledger.given(accepted(TWO, ACCEPTED))
                .when(decide(NEWSLETTER, Outcome.GIVEN, null))
                .expectEvents(given(NOW));
        ledger.given(accepted(TWO, ACCEPTED))
                .when(decide(NEWSLETTER, Outcome.REFUSED, LATER))
                .expectEvents(
                        new ConsentRefused(CUSTOMER, TERMS, NEWSLETTER, LATER, Channel.APP, Actor.self(), null, null));
        ledger.given(accepted(TWO, ACCEPTED), given(LATER))
                .when(decide(NEWSLETTER, Outcome.WITHDRAWN, null))
                .expectEvents(withdrawn(NOW));
    }

    @Test
    @DisplayName("同意を重ねて与えることも、撤回の後にまた与えることもできる")
    void recordsARepeatedConsent() {
        ledger.given(accepted(TWO, ACCEPTED), given(LATER))
                .when(decide(NEWSLETTER, Outcome.GIVEN, null))
                .expectEvents(given(NOW));
        ledger.given(accepted(TWO, ACCEPTED), given(LATER), withdrawn(LATER.plusSeconds(1)))
                .when(decide(NEWSLETTER, Outcome.GIVEN, null))
                .expectEvents(given(NOW));
    }

    @Test
    @DisplayName("与えられていない同意は撤回できない。出典のある過去の撤回は、それ自体がひとつの事実である")
    void rejectsAWithdrawalOfWhatWasNeverGiven() {
        rejects(decide(NEWSLETTER, Outcome.WITHDRAWN, null), Code.STATE_CONFLICT, accepted(TWO, ACCEPTED));
        rejects(
                decide(NEWSLETTER, Outcome.WITHDRAWN, null),
                Code.STATE_CONFLICT,
                accepted(TWO, ACCEPTED),
                given(LATER),
                withdrawn(LATER.plusSeconds(1)));
        rejects(
                decide(NEWSLETTER, Outcome.WITHDRAWN, LATER.minusSeconds(1)),
                Code.STATE_CONFLICT,
                accepted(TWO, ACCEPTED),
                given(LATER));
        ledger.given(accepted(TWO, ACCEPTED))
                .when(new DecideOnPurpose(CUSTOMER, TERMS, NEWSLETTER, Outcome.WITHDRAWN, act(LATER, PAPER)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @DisplayName("どの版にもない利用目的、約款に伴う目的、法令に基づく目的には判断できない")
    void rejectsDecisionsOnOtherPurposes() {
        rejects(decide("unheard-of"), Code.PURPOSE_UNKNOWN, accepted(TWO, ACCEPTED));
        rejects(decide("service"), Code.PURPOSE_NOT_VOLUNTARY, accepted(TWO, ACCEPTED));
        rejects(decide("law"), Code.REQUIRED_BY_LAW, accepted(TWO, ACCEPTED));
        rejects(decide("service"), Code.PURPOSE_NOT_VOLUNTARY);
    }

    @Test
    @DisplayName("その時点で適用される版のないお客様は、判断できない")
    void rejectsACustomerWhoIsNotBound() {
        rejects(decide(NEWSLETTER, Outcome.GIVEN, null), Code.NOT_BOUND);
        rejects(decide(NEWSLETTER, Outcome.GIVEN, ACCEPTED.minusSeconds(1)), Code.NOT_BOUND, accepted(TWO, ACCEPTED));
        rejects(decide(NEWSLETTER, Outcome.GIVEN, null), Code.NOT_BOUND, accepted(THREE, ACCEPTED));
    }

    @Test
    @DisplayName("退会したお客様は判断できない。退会前のことは記録でき、復帰すればまた判断できる")
    void rejectsACustomerWhoLeft() {
        terms.record(left(LATER), LATER);
        rejects(decide(NEWSLETTER, Outcome.GIVEN, null), Code.CUSTOMER_LEFT, accepted(TWO, ACCEPTED));
        ledger.given(accepted(TWO, ACCEPTED))
                .when(decide(NEWSLETTER, Outcome.GIVEN, LATER.minusSeconds(1)))
                .expectEvents(given(LATER.minusSeconds(1)));
        ledger.given(accepted(TWO, ACCEPTED), accepted(TWO, LATER.plusSeconds(1)))
                .when(decide(NEWSLETTER, Outcome.GIVEN, null))
                .expectEvents(given(NOW));
    }

    @Test
    @DisplayName("ほかのプロセスの時計が進んでいても、今の撤回は前の同意より前にならない")
    void takesNowAsNotBeforeAnEarlierAct() {
        var ahead = NOW.plusMillis(50);
        ledger.given(accepted(TWO, ACCEPTED), given(ahead))
                .when(decide(NEWSLETTER, Outcome.WITHDRAWN, null))
                .expectEvents(withdrawn(ahead));
    }

    @Test
    @DisplayName("検査の順序: 利用目的、未来、適用される版、撤回できる同意")
    void checksInTheOrderOfTheContract() {
        rejects(decide(new PurposeId("service"), Outcome.GIVEN, NOW.plusSeconds(60)), Code.PURPOSE_NOT_VOLUNTARY);
        rejects(decide(NEWSLETTER, Outcome.GIVEN, NOW.plusSeconds(60)), Code.EXPRESSED_IN_FUTURE);
        rejects(decide(NEWSLETTER, Outcome.WITHDRAWN, null), Code.NOT_BOUND);
    }

    @Test
    @DisplayName("誤って入力した記録は、一度だけ取り消せる")
    void annulsARecordOnce() {
        var annulled = new RecordAnnulled(CUSTOMER, TERMS, "record-1", "誤入力");
        var command = new AnnulRecord(CUSTOMER, TERMS, "record-1", "誤入力");
        ledger.given(accepted(TWO, ACCEPTED)).when(command).expectEvents(annulled);
        rejects(command, Code.STATE_CONFLICT, accepted(TWO, ACCEPTED), annulled);
    }

    private void rejects(Object command, Code code, Object... given) {
        ledger.given(given)
                .when(command)
                .expectNoEvents()
                .expectException(Matchers.matches((CommandRejected rejected) -> rejected.code() == code));
    }

    private static DecideOnPurpose decide(String purpose) {
        return decide(new PurposeId(purpose), Outcome.GIVEN, null);
    }

    private static DecideOnPurpose decide(PurposeId purpose, Outcome outcome, @Nullable Instant expressedAt) {
        return new DecideOnPurpose(CUSTOMER, TERMS, purpose, outcome, act(expressedAt, null));
    }

    private static StatedAct act(@Nullable Instant expressedAt, @Nullable Source source) {
        return new StatedAct(expressedAt, Channel.APP, Actor.self(), null, source, NOW);
    }

    private static EditionAccepted accepted(EditionNumber edition, Instant expressedAt) {
        return new EditionAccepted(
                CUSTOMER,
                TERMS,
                edition,
                CloudTerms.digest(edition),
                List.of(),
                expressedAt,
                Channel.WEB,
                Actor.self(),
                null,
                null);
    }

    private static ConsentGiven given(Instant expressedAt) {
        return new ConsentGiven(CUSTOMER, TERMS, NEWSLETTER, expressedAt, Channel.APP, Actor.self(), null, null);
    }

    private static ConsentWithdrawn withdrawn(Instant expressedAt) {
        return new ConsentWithdrawn(CUSTOMER, TERMS, NEWSLETTER, expressedAt, Channel.APP, Actor.self(), null, null);
    }

    private static CustomerLeft left(Instant expressedAt) {
        return new CustomerLeft(CUSTOMER, null, expressedAt, Channel.APP, Actor.self(), null, null);
    }
}

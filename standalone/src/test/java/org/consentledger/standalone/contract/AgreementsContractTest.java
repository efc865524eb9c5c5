package org.consentledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.standalone.contract.Terms.expect;

import org.consentledger.standalone.agreements.Client;
import org.consentledger.standalone.agreements.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers accept, refuse, consent to and withdraw, as the contract has it. */
@ExtendWith(RunningSystem.class)
class AgreementsContractTest {
    @Test
    void whatThePageShowedIsAccepted(Client client) {
        var terms = Terms.published(client, 1);
        var shown = client.post(terms.path() + "/presentations", "{}", "-");
        expect(201, shown);
        assertThat(shown.json().propertyNames())
                .contains("token", "edition", "digest", "label", "text", "purposes", "shownAt", "expiresAt");

        var record = new Customer(client).post("acceptances", """
                {"presentation":"%s","channel":"WEB","actor":{"kind":"SELF"},"decisions":{"news":"GIVEN"},
                 "evidence":{"ipAddress":"192.0.2.1","userAgent":"a browser","note":"at the counter"}}""".replace("%s", shown.text("token")));

        expectRecord(record);
        assertThat(record.json().path("edition").intValue()).isEqualTo(1);
        assertThat(record.text("receipt")).startsWith("c2sp.org/tlog-proof@v1");
        expect(422, "PRESENTATION_INVALID", new Customer(client).post("acceptances", """
                {"presentation":"x.y.z","channel":"WEB","actor":{"kind":"SELF"}}"""));
    }

    @Test
    void theSameRequestIsAnsweredAgainAndAnotherUnderItsKeyDeclined(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var body = Customer.acceptance(terms, 1, "");
        var first = client.post(customer.path("acceptances"), body, "one");

        var again = client.post(customer.path("acceptances"), body, "one");

        expectRecord(first);
        expect(201, again);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text("recordId")).isEqualTo(first.text("recordId"));
        expect(
                409,
                "IDEMPOTENCY_KEY_REUSED",
                client.post(customer.path("acceptances"), body.replace("WEB", "APP"), "one"));
    }

    @Test
    void whatCannotHaveBeenAcceptedIsDeclined(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var body = Customer.acceptance(terms, 1, "");

        expect(409, "SHOWN_TEXT_DIFFERS", customer.post("acceptances", body.replace(terms.digest(1), terms.digest(2))));
        expect(
                422,
                "EXPRESSED_IN_FUTURE",
                customer.post(
                        "acceptances", Customer.acceptance(terms, 1, ",\"expressedAt\":\"2999-01-01T00:00:00Z\"")));
        expect(
                422,
                "EXPRESSED_BEFORE_PUBLICATION",
                customer.post(
                        "acceptances", Customer.acceptance(terms, 1, ",\"expressedAt\":\"2019-01-01T00:00:00Z\"")));
        expect(
                422,
                "PURPOSE_UNKNOWN",
                customer.post("acceptances", Customer.acceptance(terms, 1, ",\"decisions\":{\"none\":\"GIVEN\"}")));
        expect(
                422,
                "PURPOSE_NOT_VOLUNTARY",
                customer.post("acceptances", Customer.acceptance(terms, 1, ",\"decisions\":{\"service\":\"GIVEN\"}")));
        expect(404, "TERMS_UNKNOWN", customer.post("acceptances", body.replace(terms.id(), "nobody-knows")));
        expect(404, "EDITION_UNKNOWN", customer.post("acceptances", body.replace("\"edition\":1", "\"edition\":9")));
        expect(200, terms.draft(3));
        expect(409, "EDITION_NOT_PUBLISHED", customer.accept(terms, 3));
        expect(400, "MALFORMED", customer.post("acceptances", "{}"));
        expect(400, "MALFORMED", client.post("/api/v1/customers/a@b.jp/acceptances", body, "mail"));
    }

    @Test
    void anEditionThatAnotherHasReplacedIsAcceptedFromRecordsOnly(Client client) {
        var terms = Terms.published(client, 2);
        var customer = new Customer(client);

        expect(409, "EDITION_SUPERSEDED", customer.accept(terms, 1));
        expectRecord(customer.post("acceptances", Customer.acceptance(terms, 1, """
                ,"expressedAt":"2019-05-01T00:00:00+09:00",
                 "source":{"kind":"PAPER","reference":"form 12","datePrecision":"DAY"}""")));
    }

    @Test
    void aDecisionThatThePolicyRequiresIsMissed(Client client) {
        var terms = Terms.registered(client, ",\"policies\":{\"superseded\":\"REFUSE\",\"decisionRequired\":true}");
        expect(200, terms.draft(1));
        expect(201, terms.publish(1));

        expect(422, "DECISION_MISSING", new Customer(client).accept(terms, 1));
    }

    @Test
    void anEditionIsRefused(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);

        var refusal = customer.post("refusals", Customer.acceptance(terms, 1, ""));

        expectRecord(refusal);
        var standing = customer.ask("standing", terms, "", refusal).json();
        assertThat(standing.path("binding").path("mode").stringValue()).isEqualTo("NONE");
    }

    @Test
    void aConsentIsGivenWithdrawnAndGivenOnlyToWhatIsVoluntary(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        expect(409, "NOT_BOUND", customer.decide(terms, "news", "GIVEN"));
        expectRecord(customer.accept(terms, 1));

        expectRecord(customer.decide(terms, "news", "GIVEN"));
        var withdrawn = customer.decide(terms, "news", "WITHDRAWN");

        expectRecord(withdrawn);
        var permission = customer.ask("permissions/news", terms, "", withdrawn).json();
        assertThat(permission.path("permitted").booleanValue()).isFalse();
        assertThat(permission.path("state").stringValue()).isEqualTo("WITHDRAWN");
        expect(422, "PURPOSE_NOT_VOLUNTARY", customer.decide(terms, "service", "REFUSED"));
        expect(422, "REQUIRED_BY_LAW", customer.decide(terms, "law", "REFUSED"));
        expect(422, "PURPOSE_UNKNOWN", customer.decide(terms, "none", "GIVEN"));
    }

    @Test
    void aRecordMadeByMistakeIsAnnulled(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);

        var annulment = customer.post(
                "annulments", "{\"recordId\":\"" + record.text("recordId") + "\",\"reason\":\"another customer's\"}");

        expectRecord(annulment);
        var standing = customer.ask("standing", terms, "", annulment).json();
        assertThat(standing.path("binding").path("mode").stringValue()).isEqualTo("NONE");
    }

    @Test
    void whoLeftIsBoundNoLonger(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        expectRecord(customer.accept(terms, 1));

        var departure = customer.depart(terms);

        expectRecord(departure);
        var standing = customer.ask("standing", terms, "", departure).json();
        assertThat(standing.path("binding").path("mode").stringValue()).isEqualTo("ENDED");
        expect(409, "CUSTOMER_LEFT", customer.depart(terms));
    }

    /** All members that a record has are there, and the header that a reader sends back. */
    static void expectRecord(Answer answer) {
        expect(201, answer);
        assertThat(answer.json().propertyNames())
                .contains(
                        "recordId",
                        "eventId",
                        "customerId",
                        "termsId",
                        "edition",
                        "expressedAt",
                        "recordedAt",
                        "position",
                        "receipt");
        var position = answer.response().headers().firstValue("Ledger-Position").orElseThrow();
        assertThat(Long.parseLong(position))
                .isGreaterThanOrEqualTo(answer.json().path("position").longValue());
    }
}

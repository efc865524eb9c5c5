package org.consentledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.standalone.contract.AgreementsContractTest.expectRecord;
import static org.consentledger.standalone.contract.Terms.expect;

import org.consentledger.standalone.agreements.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests, legal holds, erasure and provisions to third parties, as the contract has them. */
@ExtendWith(RunningSystem.class)
class PrivacyContractTest {
    @Test
    void aRequestGoesThroughItsSteps(Client client) {
        var customer = acceptedBy(client);
        var request = customer.post("requests", "{\"kind\":\"DISCLOSURE\",\"details\":\"all of it\"}");
        expect(201, request);
        var steps = "requests/" + request.text("requestId") + "/";

        expect(422, "IDENTITY_NOT_CONFIRMED", customer.post(steps + "completion", "{}"));
        expect(201, customer.post(steps + "identity-check", "{\"outcome\":\"CONFIRMED\",\"method\":\"a licence\"}"));
        expect(
                409,
                "STATE_CONFLICT",
                customer.post(steps + "decision", "{\"outcome\":\"GRANTED\",\"reason\":\"as asked\"}"));
        expect(201, customer.post(steps + "fee", "{\"paid\":true,\"amount\":500,\"currency\":\"JPY\"}"));
        expect(201, customer.post(steps + "decision", "{\"outcome\":\"GRANTED\",\"reason\":\"as asked\"}"));
        var completion = customer.post(steps + "completion", "{}");

        expect(201, completion);
        expect(200, client.getAfter(customer.path("requests"), completion));
    }

    @Test
    void aHoldStandsBeforeAnErasureAndThenThatTheCustomerIsStillHere(Client client) {
        var customer = acceptedBy(client);
        var hold = customer.post("legal-holds", "{\"reason\":\"a suit\",\"matter\":\"2026-1\"}");
        expectRecord(hold);

        expect(409, "LEGAL_HOLD", customer.post("erasure", "{\"reason\":\"asked\"}"));
        var release = "legal-holds/" + hold.text("holdId") + "/release";
        expectRecord(customer.post(release, "{\"reason\":\"settled\"}"));

        expect(409, "STATE_CONFLICT", customer.post("erasure", "{\"reason\":\"asked\"}"));
        expect(200, client.get(customer.path("legal-holds")));
    }

    @Test
    void anErasureIsApprovedByAnother(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        expectRecord(customer.accept(terms, 1));
        expectRecord(customer.post("departure", "{\"channel\":\"WEB\"}"));

        var asked = customer.post("erasure", "{\"reason\":\"asked\"}");
        expect(202, asked);
        var approval = customer.post("erasure/" + asked.text("erasureId") + "/approval", "{}");

        expect(201, approval);
        assertThat(approval.json().propertyNames()).contains("finalBy");
        expect(409, "CUSTOMER_ERASED", customer.accept(terms, 1));
        assertThat(customer.ask("history", terms, "", approval)
                        .json()
                        .path("items")
                        .size())
                .isPositive();
    }

    @Test
    void aProvisionToAThirdPartyIsRecorded(Client client) {
        var customer = acceptedBy(client);

        var provision = customer.post("provisions", """
                {"recipient":"a carrier","dataItems":["name"],"purposeId":"service","providedAt":"2026-01-01T00:00:00Z"}""");

        expect(201, provision);
        assertThat(client.getAfter(customer.path("provisions"), provision)
                        .json()
                        .path("items")
                        .size())
                .isOne();
    }

    @Test
    void whoLookedIsOnRecord(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        expect(200, customer.ask("standing", terms, "", customer.accept(terms, 1)));

        var accesses = client.get(customer.path("accesses"));

        expect(200, accesses);
        assertThat(accesses.json().path("items").size()).isPositive();
    }

    private static Customer acceptedBy(Client client) {
        var customer = new Customer(client);
        expectRecord(customer.accept(Terms.published(client, 1), 1));
        return customer;
    }
}

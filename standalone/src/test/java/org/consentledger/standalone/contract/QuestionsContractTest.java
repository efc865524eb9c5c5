package org.consentledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.standalone.contract.Terms.expect;

import java.nio.charset.StandardCharsets;
import org.consentledger.standalone.agreements.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questions about customers as the contract has them. */
@ExtendWith(RunningSystem.class)
class QuestionsContractTest {
    @Test
    void theStandingSaysWhatAppliesAndWhy(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);

        var standing = customer.ask("standing", terms, "", record).json();

        assertThat(standing.propertyNames())
                .contains(
                        "customerId",
                        "termsId",
                        "at",
                        "knownAt",
                        "edition",
                        "binding",
                        "purposes",
                        "due",
                        "because",
                        "restsOn",
                        "ledgerSize");
        assertThat(standing.path("edition").propertyNames()).contains("number", "label", "effectiveFrom", "digest");
        assertThat(standing.path("binding").path("mode").stringValue()).isEqualTo("ACCEPTED");
        assertThat(standing.path("binding").path("recordId").stringValue()).isEqualTo(record.text("recordId"));
        assertThat(standing.path("purposes")
                        .valueStream()
                        .map(purpose -> purpose.path("state").stringValue()))
                .containsExactlyInAnyOrder("CONSENTED", "NOT_ASKED", "REQUIRED_BY_LAW");
        assertThat(standing.path("because").valueStream())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.propertyNames()).contains("code", "text"));
        assertThat(standing.path("restsOn")
                        .valueStream()
                        .map(event -> event.path("eventId").stringValue()))
                .contains(record.text("eventId"));
    }

    @Test
    void anAnswerIsAsKnownWhenTheLedgerWasThatLong(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);
        long position = record.json().path("position").longValue();

        var before = customer.ask("standing", terms, "&knownAt=position:" + position, record)
                .json();
        var after = customer.ask("standing", terms, "&knownAt=position:" + (position + 1), record)
                .json();

        assertThat(before.path("binding").path("mode").stringValue()).isEqualTo("NONE");
        assertThat(after.path("binding").path("mode").stringValue()).isEqualTo("ACCEPTED");
        expect(422, customer.ask("standing", terms, "&knownAt=2999-01-01T00:00:00Z", record));
    }

    @Test
    void aDayIsAnsweredInItsParts(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);

        var parts =
                customer.ask("standing", terms, "&on=2020-02-21", record).json().path("parts");

        assertThat(parts.size()).isPositive();
        assertThat(parts.path(0).propertyNames()).contains("from", "until");
    }

    @Test
    void ofAnUnknownCustomerNothingIsKnown(Client client) {
        var terms = Terms.published(client, 1);

        var standing = terms.ask("/api/v1/customers/nobody/standing?termsId=" + terms.id());

        expect(200, standing);
        assertThat(standing.json().path("edition").isNull()).isTrue();
        assertThat(standing.json().path("binding").path("mode").stringValue()).isEqualTo("NONE");
        expect(404, "TERMS_UNKNOWN", client.get("/api/v1/customers/nobody/standing?termsId=nobody-knows"));
        expect(400, "MALFORMED", client.get("/api/v1/customers/nobody/standing"));
    }

    @Test
    void aPermissionIsOfPurposesThatAnEditionStates(Client client) {
        var terms = Terms.published(client, 2);
        var customer = new Customer(client);
        var record = customer.accept(terms, 2);

        var service = customer.ask("permissions/service", terms, "", record).json();

        assertThat(service.propertyNames()).contains("permitted", "state", "because", "restsOn");
        assertThat(service.path("permitted").booleanValue()).isTrue();
        assertThat(customer.ask("permissions/law", terms, "", record).text("state"))
                .isEqualTo("REQUIRED_BY_LAW");
        assertThat(customer.ask("permissions/news", terms, "", record)
                        .json()
                        .path("permitted")
                        .booleanValue())
                .isFalse();
        expect(422, "PURPOSE_UNKNOWN", customer.ask("permissions/none", terms, "", record));
        var old = new Customer(client);
        var paper = old.post("acceptances", Customer.acceptance(terms, 1, """
                ,"expressedAt":"2019-05-01T00:00:00+09:00",
                 "source":{"kind":"PAPER","reference":"form 13","datePrecision":"DAY"}"""));
        expect(201, paper);
        var unstated = old.ask("permissions/survey", terms, "&at=2019-06-01T00:00:00Z", paper);
        expect(200, unstated);
        assertThat(unstated.text("state"))
                .as("stated by the second edition only")
                .isEqualTo("NOT_STATED");
    }

    @Test
    void theHistoryIsOldestFirst(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        customer.accept(terms, 1);
        customer.decide(terms, "news", "GIVEN");
        var last = customer.decide(terms, "news", "WITHDRAWN");

        var items = customer.ask("history", terms, "", last).json().path("items");

        assertThat(items.valueStream().map(item -> item.path("position").longValue()))
                .hasSize(3)
                .isSorted();
        assertThat(items.path(0).propertyNames())
                .contains("kind", "eventId", "recordId", "expressedAt", "recordedAt", "channel", "actor", "recordedBy");
        var page = customer.ask("history", terms, "&limit=1", last).json();
        assertThat(page.path("items").size()).isOne();
        assertThat(page.path("next").isNull()).isFalse();
    }

    @Test
    void coverageCountsCustomersAndNamesThem(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);

        var coverage = client.getAfter(terms.edition(1) + "/coverage", record).json();

        assertThat(coverage.path("counts").propertyNames())
                .contains("ACCEPTED", "NOTICE", "TO_ACCEPT", "REFUSED", "ENDED");
        assertThat(coverage.path("counts").path("ACCEPTED").longValue()).isOne();
        var names = client.getAfter(terms.edition(1) + "/customers?state=ACCEPTED", record);
        assertThat(names.response().body()).contains(customer.id());
        assertThat(new String(client.bytes(terms.edition(1) + "/customers", "text/csv"), StandardCharsets.UTF_8))
                .contains(customer.id());
    }

    @Test
    void recordsAndCustomersAreFound(Client client) {
        var terms = Terms.published(client, 1);
        var customer = new Customer(client);
        var record = customer.accept(terms, 1);

        var found = client.getAfter("/api/v1/records/" + record.text("recordId"), record);

        expect(200, found);
        assertThat(found.text("eventId")).isEqualTo(record.text("eventId"));
        assertThat(client.getAfter("/api/v1/customers?prefix=" + customer.id(), record)
                        .response()
                        .body())
                .contains(customer.id());
        var many = client.post(
                "/api/v1/standing-queries", """
                {"queries":[{"customerId":"%c","termsId":"%t"},{"customerId":"nobody","termsId":"%t"}]}""".replace("%t", terms.id()).replace("%c", customer.id()), "-");
        expect(200, many);
        assertThat(many.response().body()).contains(customer.id(), "\"ACCEPTED\"", "\"NONE\"");
    }
}

package org.consentledger.query.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.annulled;
import static org.consentledger.query.Facts.left;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.refused;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CoverageTest {
    private static final String ACCEPTED_1 = "2019-08-01T00:00:00Z";
    private static final Instant LATER = Instant.parse("2020-03-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(
                registered("t"),
                registered("u"),
                published("t", 1, "2019-07-30", INITIAL),
                published("t", 2, "2020-02-21", ACCEPTANCE),
                published("u", 1, "2019-07-30", INITIAL),
                published("u", 2, "2020-02-21", NOTICE));
        for (var customer : List.of("accepts", "annuls", "comes", "leaves", "refuses", "waits")) {
            application.record(accepted("t", customer, 1, ACCEPTED_1), accepted("u", customer, 1, ACCEPTED_1));
        }
        application.record(accepted("t", "accepts", 2, LATER.toString()), refused("t", "refuses", 2, LATER));
        application.record(left(null, "leaves", LATER));
        long size = application.record(accepted("t", "annuls", 2, LATER.toString()));
        application.record(
                annulled("t", "annuls", application.ledger().get((int) size - 1).getIdentifier()));
        application.record(accepted("t", "late", 2, LATER.toString()), left("t", "never", LATER));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode ask(String path, String... headers) {
        var answer = application.get("/api/v1/terms/" + path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> customers(String question) {
        var ids = new ArrayList<String>();
        ask(question)
                .get("items")
                .forEach(item -> ids.add(item.get("customerId").stringValue()));
        return ids;
    }

    @Test
    @DisplayName("版ごとに、適用されている人、同意を求める人、拒否した人、退会した人を数える")
    void countsWhereCustomersAreWithAnEdition() {
        var second = ask("t/editions/2/coverage");
        assertThat(second.get("number").intValue()).isEqualTo(2);
        assertThat(second.get("counts"))
                .hasToString("{\"ACCEPTED\":2,\"NOTICE\":0,\"TO_ACCEPT\":4,\"REFUSED\":1,\"ENDED\":0}");
        assertThat(ask("t/editions/1/coverage").get("counts"))
                .hasToString("{\"ACCEPTED\":4,\"NOTICE\":0,\"TO_ACCEPT\":0,\"REFUSED\":0,\"ENDED\":1}");
        assertThat(ask("u/editions/2/coverage").get("counts"))
                .hasToString("{\"ACCEPTED\":0,\"NOTICE\":5,\"TO_ACCEPT\":0,\"REFUSED\":0,\"ENDED\":1}");
    }

    @Test
    @DisplayName("それぞれの数の後ろにいるお客様を、一人ずつ示す")
    void listsTheCustomersBehindEachNumber() {
        assertThat(customers("t/editions/2/customers?state=TO_ACCEPT"))
                .containsExactly("annuls", "comes", "never", "waits");
        assertThat(customers("t/editions/2/customers?state=REFUSED")).containsExactly("refuses");
        assertThat(customers("t/editions/2/customers?state=NOTICE")).isEmpty();

        var first = ask("t/editions/2/customers?limit=4");
        assertThat(first.at("/items/0")).hasToString("{\"customerId\":\"accepts\",\"state\":\"ACCEPTED\"}");
        assertThat(customers("t/editions/2/customers?limit=4&cursor="
                        + first.get("next").stringValue()))
                .containsExactly("never", "refuses", "waits");
    }

    @Test
    @DisplayName("一覧はCSVで全件を出せる")
    void writesThemAllAsCsv() {
        var answer = application.get("/api/v1/terms/t/editions/2/customers?state=ACCEPTED", "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body()).isEqualTo("customerId,state\r\naccepts,ACCEPTED\r\nlate,ACCEPTED\r\n");
    }

    @Test
    void readsItsOwnWrite() {
        application.record(registered("v"), published("v", 1, "2019-07-30", INITIAL));
        for (int i = 1; i <= 20; i++) {
            long size = application.record(accepted("v", "c-" + i, 1, ACCEPTED_1));
            var answer = ask("v/editions/1/coverage", "Ledger-Position", Long.toString(size - 1));
            assertThat(answer.at("/counts/ACCEPTED").intValue()).isEqualTo(i);
            assertThat(answer.get("ledgerSize").longValue()).isGreaterThanOrEqualTo(size);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unknown/editions/1/coverage,           404, TERMS_UNKNOWN",
        "t/editions/3/coverage,                 404, EDITION_UNKNOWN",
        "t/editions/3/customers,                404, EDITION_UNKNOWN",
        "t/editions/2/customers?state=accepted, 400, MALFORMED",
        "t/editions/2/customers?limit=0,        400, MALFORMED"
    })
    void saysNoWithACode(String path, int status, String code) {
        for (var accept : List.of("application/json", "text/csv")) {
            var answer = application.get("/api/v1/terms/" + path, "Accept", accept);
            if (accept.equals("text/csv") && path.endsWith("coverage")) {
                assertThat(json(answer).get("code").stringValue()).isEqualTo("NOT_ACCEPTABLE");
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
                assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
            }
        }
    }
}

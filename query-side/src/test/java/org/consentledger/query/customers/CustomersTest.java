package org.consentledger.query.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.left;
import static org.consentledger.query.Facts.published;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CustomersTest {
    private static final String AT = "2019-08-01T00:00:00Z";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
        application.record(accepted("t", "ab", 1, AT), accepted("t", "ab", 1, AT));
        application.record(accepted("t", "a.z", 1, AT), accepted("t", "AB", 1, AT), accepted("t", "abc", 1, AT));
        application.record(
                left(null, "a", Instant.parse(AT)), accepted("t", "ab:1", 1, AT), accepted("t", "ac", 1, AT));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode found(String question) {
        var answer = application.get("/api/v1/customers?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("items").forEach(item -> ids.add(item.get("customerId").stringValue()));
        return ids;
    }

    @Test
    @DisplayName("お客様は、識別子の先頭の文字で探す")
    void findsCustomersByTheBeginningOfTheirIdentifiers() {
        assertThat(ids(found("prefix=a"))).containsExactly("a", "a.z", "ab", "ab:1", "abc", "ac");
        assertThat(ids(found("prefix=ab"))).containsExactly("ab", "ab:1", "abc");
        assertThat(ids(found("prefix=abd"))).isEmpty();
        assertThat(found("prefix=abc").at("/items/0/firstRecordedAt").stringValue())
                .isNotBlank();
    }

    @Test
    void comesPageByPage() {
        var first = found("prefix=a&limit=4");
        assertThat(ids(first)).containsExactly("a", "a.z", "ab", "ab:1");
        var second = found("prefix=a&limit=4&cursor=" + first.get("next").stringValue());
        assertThat(ids(second)).containsExactly("abc", "ac");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prefix=", "prefix=%25", "prefix=a%40b.jp"})
    void refusesToListThemAll(String question) {
        var answer = application.get("/api/v1/customers?" + question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("pointer").stringValue()).isEqualTo("query:prefix");
    }
}

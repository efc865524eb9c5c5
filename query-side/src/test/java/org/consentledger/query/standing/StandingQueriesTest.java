package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.util.Collections;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StandingQueriesTest {
    private static final String PATH = "/api/v1/standing-queries";
    private static final String ONE = "{\"customerId\":\"c\",\"termsId\":\"t\",\"at\":\"2019-09-01T00:00:00Z\"}";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long size;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        size = application.record(
                registered("t"),
                published("t", 1, "2019-07-30", INITIAL),
                accepted("t", "c", 1, "2019-08-01T00:00:00Z"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("複数のお客様の答えを一度に、それぞれを一人ずつ尋ねたのと同じに返す")
    void answersEachAsIfAskedAlone() {
        var asked = "{\"knownAt\":\"position:" + size + "\",\"queries\":[" + ONE + ","
                + ONE.replace("2019-09-01", "2019-07-31") + "," + ONE.replace("\"c\"", "\"nobody\"") + "]}";
        var answer = application.post(PATH, asked, "Accept-Language", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var items = json(answer).get("items");
        assertThat(items).hasSize(3);
        assertThat(items.get(0)).isEqualTo(alone("c", "2019-09-01"));
        assertThat(items.get(1)).isEqualTo(alone("c", "2019-07-31"));
        assertThat(items.get(2)).isEqualTo(alone("nobody", "2019-09-01"));
        assertThat(json(answer).get("ledgerSize").longValue()).isEqualTo(size);
    }

    private static JsonNode alone(String customer, String day) {
        return json(application.get(
                "/api/v1/customers/" + customer + "/standing?termsId=t&at=" + day + "T00:00:00Z&knownAt=position:"
                        + size,
                "Accept-Language",
                "en"));
    }

    @Test
    void answersAThousandAndNoMore() {
        var thousand = String.join(",", Collections.nCopies(1_000, ONE));
        assertThat(json(application.post(PATH, "{\"queries\":[" + thousand + "]}"))
                        .get("items"))
                .hasSize(1_000);
        var more = application.post(PATH, "{\"queries\":[" + thousand + "," + ONE + "]}");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(json(more).get("pointer").stringValue()).isEqualTo("/queries");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [] |
            {} | /queries
            {"queries":{}} | /queries
            {"queries":[],"knownat":"position:1"} | /knownat
            {"queries":[],"knownAt":"yesterday"} | /knownAt
            {"queries":[7]} | /queries/0
            {"queries":[{"termsId":"t"}]} | /queries/0/customerId
            {"queries":[{"customerId":"c","termsId":"t","on":"2020-02-21"}]} | /queries/0/on
            {"queries":[{"customerId":"c","termsId":"t"},{"customerId":"a@b.jp","termsId":"t"}]} | /queries/1/customerId
            {"queries":[{"customerId":"c","termsId":"t","at":"yesterday"}]} | /queries/0/at
            """)
    void refusesWhatItCannotRead(String body, String pointer) {
        var answer = application.post(PATH, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("MALFORMED");
        assertThat(json(answer).get("pointer").stringValue()).isEqualTo(pointer == null ? "" : pointer);
    }

    @Test
    void saysThatThereAreNoSuchTerms() {
        var answer = application.post(PATH, "{\"queries\":[" + ONE.replace("\"t\"", "\"unknown\"") + "]}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("TERMS_UNKNOWN");
    }
}

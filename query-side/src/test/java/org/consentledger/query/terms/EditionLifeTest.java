package org.consentledger.query.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.drafted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;
import static org.consentledger.query.Facts.withdrawn;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EditionLifeTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long beforeTheWithdrawals;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(
                registered("cloud"),
                published("cloud", 1, "2019-04-01", INITIAL),
                published("cloud", 2, "2019-10-01", NOTICE),
                accepted("cloud", "c-1", 1, "2019-05-01T00:00:00Z"),
                published("cloud", 3, "2020-01-01", ACCEPTANCE));
        beforeTheWithdrawals = application.record(
                published("cloud", 4, "2098-01-01", NOTICE),
                published("cloud", 5, "2099-01-01", ACCEPTANCE),
                drafted("cloud", 6, "2100-01-01", NOTICE));
        application.record(withdrawn("cloud", 2), withdrawn("cloud", 5));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("撤回した版は、撤回を知る前には公開された版である")
    void showsTheWithdrawal() {
        assertThat(answer("/editions").at("/items/1/status").stringValue()).isEqualTo("WITHDRAWN");
        var edition = answer("/editions/2");
        assertThat(edition.get("status").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(edition.at("/withdrawal/reason").stringValue()).isEqualTo("施行日の誤り");
        assertThat(answer("/editions/1").get("withdrawal").isNull()).isTrue();
    }

    @Test
    @DisplayName("撤回した版は施行中にならず、誰も拘束しない")
    void isNotInForceAndBindsNobody() {
        var december = "at=2019-12-01T00:00:00Z";
        var before = "&knownAt=position:" + beforeTheWithdrawals;
        assertThat(answer("/in-force?" + december).get("number").intValue()).isEqualTo(1);
        assertThat(answer("/in-force?" + december + before).get("number").intValue())
                .isEqualTo(2);
        assertThat(standing(december)).isEqualTo(1);
        assertThat(standing(december + before)).isEqualTo(2);
    }

    @Test
    @DisplayName("版の状態は、尋ねた時と、知っていた時による")
    void tellsTheStateAtATimeAsKnown() {
        assertThat(states("at=2019-12-01T00:00:00Z"))
                .containsExactly("IN_FORCE", "WITHDRAWN", "WAITING", "WAITING", "WITHDRAWN", "DRAFT");
        assertThat(states("at=2019-12-01T00:00:00Z&knownAt=position:" + beforeTheWithdrawals))
                .containsExactly("SUPERSEDED", "IN_FORCE", "WAITING", "WAITING", "WAITING", "DRAFT");
        assertThat(states("at=2019-03-31T14:59:59Z&knownAt=position:3")).containsExactly("WAITING", "WAITING");
        var edition = answer("/editions/1?at=2019-12-01T00:00:00Z&knownAt=position:" + beforeTheWithdrawals);
        assertThat(edition.get("state").stringValue()).isEqualTo("SUPERSEDED");
        assertThat(edition.get("at").stringValue()).isEqualTo("2019-12-01T00:00:00Z");
        assertThat(edition.get("ledgerSize").longValue()).isEqualTo(beforeTheWithdrawals);
        assertThat(answer("/editions/1?at=2019-12-01T00:00:00Z").get("state").stringValue())
                .isEqualTo("IN_FORCE");
        assertThat(application.get("/api/v1/terms/cloud/editions?at=yesterday").statusCode())
                .isEqualTo(400);
    }

    private static List<String> states(String question) {
        var states = new ArrayList<String>();
        answer("/editions?" + question)
                .get("items")
                .forEach(item -> states.add(item.get("state").stringValue()));
        return states;
    }

    private static int standing(String question) {
        var answer = application.get("/api/v1/customers/c-1/standing?termsId=cloud&" + question);
        return json(answer).at("/edition/number").intValue();
    }

    private static JsonNode answer(String path) {
        var answer = application.get("/api/v1/terms/cloud" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}

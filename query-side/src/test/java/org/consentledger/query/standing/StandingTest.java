package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.refused;
import static org.consentledger.query.Facts.registered;

import java.time.Instant;
import java.util.Map;
import org.consentledger.events.Decision;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandingTest {
    private static final String LAST_SECOND_OF_12 = "2020-02-20T14:59:59Z";
    private static final String FIRST_INSTANT_OF_13 = "2020-02-20T15:00:00Z";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("by-notice"), registered("by-acceptance"), registered("no-edition"));
        application.record(
                published("by-notice", 12, "2019-07-30", INITIAL), published("by-notice", 13, "2020-02-21", NOTICE));
        application.record(
                published("by-acceptance", 12, "2019-07-30", INITIAL),
                published("by-acceptance", 13, "2020-02-21", ACCEPTANCE));
        application.record(accepted("by-notice", "c", 12, "2019-08-01T01:02:03Z"));
        application.record(accepted("by-acceptance", "c", 12, "2019-08-01T01:02:03Z"));
        application.record(refused("by-acceptance", "c", 13, Instant.parse("2020-02-21T00:00:00Z")));
        application.record(accepted(
                "by-notice",
                "decided",
                12,
                Instant.parse("2019-08-01T00:00:00Z"),
                Map.of("newsletter", Decision.GIVEN)));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode standing(String customer, String question, String... headers) {
        var answer = application.get("/api/v1/customers/" + customer + "/standing?" + question, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    @DisplayName("第13版は、日本時間2020年2月21日の最初の瞬間から適用され、一秒も早くない")
    void changesTheEditionAtTheFirstInstantOfTheEffectiveDay() {
        var before = standing("c", "termsId=by-notice&at=" + LAST_SECOND_OF_12);
        assertThat(before.at("/edition/number").intValue()).isEqualTo(12);
        assertThat(before.at("/edition/label").stringValue()).isEqualTo("第12版");
        assertThat(before.at("/binding/mode").stringValue()).isEqualTo("ACCEPTED");
        assertThat(before.at("/binding/since").stringValue()).isEqualTo("2019-08-01T01:02:03Z");
        assertThat(before.at("/at").stringValue()).isEqualTo(LAST_SECOND_OF_12);
        assertThat(before.get("ledgerSize").longValue()).isEqualTo(11);

        var after = standing("c", "termsId=by-notice&at=" + FIRST_INSTANT_OF_13);
        assertThat(after.at("/edition/number").intValue()).isEqualTo(13);
        assertThat(after.at("/edition/effectiveFrom").stringValue()).isEqualTo(FIRST_INSTANT_OF_13);
        assertThat(after.at("/binding/mode").stringValue()).isEqualTo("NOTICE");
        assertThat(after.at("/binding").has("recordId")).isTrue();
        assertThat(after.at("/binding/recordId").isNull()).isTrue();
    }

    @Test
    @DisplayName("同意を要する改訂では第12版にとどまり、拒否した第13版は尋ねられない")
    void staysWithTheLastEditionWhereTheChangeNeedsAcceptance() {
        var silent = standing("c", "termsId=by-acceptance&at=2020-02-20T23:59:59Z");
        assertThat(silent.at("/edition/number").intValue()).isEqualTo(12);
        assertThat(silent.at("/due/0/action").stringValue()).isEqualTo("ACCEPT_EDITION");
        assertThat(silent.at("/due/0/edition").intValue()).isEqualTo(13);

        var refused = standing("c", "termsId=by-acceptance&at=2020-02-21T00:00:00Z");
        assertThat(refused.at("/edition/number").intValue()).isEqualTo(12);
        assertThat(refused.get("due")).isEmpty();
        assertThat(refused.get("because")
                        .valueStream()
                        .map(reason -> reason.get("code").stringValue()))
                .containsExactly(
                        "ACCEPTED_EDITION",
                        "ACCEPTANCE_NEEDED",
                        "REFUSED_EDITION",
                        "RECORDED_OTHERWISE",
                        "RECORDED_OTHERWISE");
    }

    @Test
    @DisplayName("理由は、日本語と英語で、版と日付と記録を挙げる")
    void saysWhyInBothLanguages() {
        var question = "termsId=by-notice&at=" + FIRST_INSTANT_OF_13;
        var record = standing("c", question).at("/restsOn/2/eventId").stringValue();

        assertThat(standing("c", question, "Accept-Language", "en;q=0.5, ja")
                        .at("/because/0/text")
                        .stringValue())
                .contains("2019年8月1日", "第12版", record);
        var english = application.get("/api/v1/customers/c/standing?" + question, "Accept-Language", "en-GB,ja;q=0.5");
        assertThat(json(english).at("/because/0/text").stringValue())
                .contains("2019-08-01 10:02:03 (Asia/Tokyo)", "第12版", record);
        assertThat(json(english).at("/because/1/text").stringValue()).contains("2020-02-21", "第13版");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(standing("c", question, "Accept-Language", "fr")
                        .at("/because/0/text")
                        .stringValue())
                .isEqualTo(standing("c", question).at("/because/0/text").stringValue());
    }

    @Test
    @DisplayName("一度も同意していないお客様について尋ねても、誤りではない")
    void answersForACustomerWhoNeverAccepted() {
        var nobody = standing("nobody", "termsId=by-notice");
        assertThat(nobody.get("edition").isNull()).isTrue();
        assertThat(nobody.at("/binding/mode").stringValue()).isEqualTo("NONE");
        assertThat(nobody.at("/binding/since").isNull()).isTrue();
        assertThat(nobody.get("purposes")).isEmpty();
        assertThat(standing("nobody", "termsId=no-edition").at("/binding/mode").stringValue())
                .isEqualTo("NONE");
    }

    @Test
    @DisplayName("利用目的ごとに、状態とその根拠を答える")
    void namesTheStateOfEachPurpose() {
        var purposes =
                standing("decided", "termsId=by-notice&at=" + LAST_SECOND_OF_12).get("purposes");
        assertThat(purposes.valueStream()
                        .map(purpose -> purpose.get("purposeId").stringValue() + " "
                                + purpose.get("state").stringValue() + " "
                                + purpose.get("basis").asString()))
                .containsExactly(
                        "service CONSENTED ACCEPTED", "newsletter CONSENTED DECISION", "law REQUIRED_BY_LAW LAW");
        var after = standing("decided", "termsId=by-notice&at=" + FIRST_INSTANT_OF_13);
        assertThat(after.at("/purposes/1/state").stringValue()).isEqualTo("RENEWAL_REQUIRED");
        assertThat(after.get("due").toString()).contains("RENEW_PURPOSE", "newsletter");
    }

    @Test
    @DisplayName("施行日についての問いには、その日の部分ごとに答える")
    void answersForEachPartOfACivilDay() {
        var refusalDay = standing("c", "termsId=by-acceptance&on=2020-02-21");
        assertThat(refusalDay.get("parts")).hasSize(2);
        assertThat(refusalDay.at("/parts/0/from").stringValue()).isEqualTo(FIRST_INSTANT_OF_13);
        assertThat(refusalDay.at("/parts/0/until").stringValue()).isEqualTo("2020-02-21T00:00:00Z");
        assertThat(refusalDay.at("/parts/1/until").stringValue()).isEqualTo("2020-02-21T15:00:00Z");
        assertThat(refusalDay.at("/parts/1/because").toString()).contains("REFUSED_EDITION");

        var quietDay = standing("c", "termsId=by-notice&on=2020-02-20");
        assertThat(quietDay.get("parts")).hasSize(1);
        assertThat(quietDay.at("/parts/0/edition/number").intValue()).isEqualTo(12);
        assertThat(quietDay.at("/parts/0/until").stringValue()).isEqualTo(FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("答えは、拠り所とした事実を台帳の順に挙げる")
    void namesTheFactsItRestsOn() {
        var restsOn =
                standing("c", "termsId=by-notice&at=" + FIRST_INSTANT_OF_13).get("restsOn");
        assertThat(restsOn.valueStream().map(fact -> fact.get("position").longValue()))
                .isSorted()
                .contains(3L, 4L, 7L);
        var ids = application.ledger();
        restsOn.valueStream()
                .forEach(fact -> assertThat(fact.get("eventId").stringValue())
                        .isEqualTo(
                                ids.get((int) fact.get("position").longValue()).getIdentifier()));
    }
}

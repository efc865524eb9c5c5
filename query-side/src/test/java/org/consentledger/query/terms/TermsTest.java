package org.consentledger.query.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.drafted;
import static org.consentledger.query.Facts.notice;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.consentledger.events.ContentDigest;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TermsTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long beforePublicationOf14;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("cloud"), registered("a-first"), registered("b-second"), registered("z-last"));
        application.record(
                drafted("cloud", 12, "2019-07-01", INITIAL),
                published("cloud", 12, "2019-07-30", INITIAL),
                notice("cloud", 13, "2020-02-01T00:00:00Z"),
                published("cloud", 13, "2020-02-21", NOTICE));
        beforePublicationOf14 = application.record(drafted("cloud", 14, "2020-10-01", ACCEPTANCE));
        application.record(published("cloud", 14, "2020-09-01", ACCEPTANCE));
        application.record(drafted("cloud", 15, "2021-01-01", NOTICE), drafted("cloud", 15, "2021-02-01", NOTICE));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode answer(String path) {
        var answer = application.get("/api/v1/terms" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void listsTermsPageByPage() {
        var all = new ArrayList<String>();
        var page = answer("?limit=3");
        page.get("items").forEach(item -> all.add(item.get("termsId").stringValue()));
        assertThat(all).hasSize(3);
        page = answer("?limit=3&cursor=" + page.get("next").stringValue());
        page.get("items").forEach(item -> all.add(item.get("termsId").stringValue()));
        assertThat(all).containsExactly("a-first", "b-second", "cloud", "z-last");
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("ledgerSize").longValue()).isEqualTo(12);
    }

    @Test
    void listsEditionsAsTheyStandNowPageByPage() {
        var first = answer("/cloud/editions?limit=2");
        assertThat(first.get("items").toString()).doesNotContain("\"text\"");
        assertThat(first.at("/items/0/number").intValue()).isEqualTo(12);
        assertThat(first.at("/items/0/status").stringValue()).isEqualTo("PUBLISHED");
        assertThat(first.at("/items/0/effectiveOn").stringValue()).isEqualTo("2019-07-30");
        var second =
                answer("/cloud/editions?limit=2&cursor=" + first.get("next").stringValue());
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.at("/items/1/number").intValue()).isEqualTo(15);
        assertThat(second.at("/items/1/status").stringValue()).isEqualTo("DRAFT");
        assertThat(second.at("/items/1/effectiveFrom").isNull()).isTrue();
        assertThat(second.at("/items/1/effectiveOn").stringValue()).isEqualTo("2021-02-01");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(answer("/z-last/editions").get("items")).isEmpty();
    }

    @Test
    @DisplayName("版の本文は、一文字も変わらずに返る")
    void givesTheTextBackByteForByte() {
        var text = Facts.text("cloud", 13);
        var edition = answer("/cloud/editions/13");
        assertThat(edition.get("text").stringValue()).isEqualTo(text);
        assertThat(edition.get("digest").stringValue())
                .isEqualTo(ContentDigest.of(text).value());
        assertThat(edition.at("/change/procedure").stringValue()).isEqualTo("NOTICE");
        assertThat(edition.at("/purposes/0/keptAfterLeaving").stringValue()).isEqualTo("P6M");
        assertThat(edition.at("/notices/0/postedAt").stringValue()).isEqualTo("2020-02-01T00:00:00Z");
        assertThat(edition.at("/notices/0/url").isNull()).isTrue();

        var plain = application.bytes("/api/v1/terms/cloud/editions/13", "Accept", "text/plain");
        assertThat(plain.body()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        var tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(application
                        .bytes("/api/v1/terms/cloud/editions/13", "Accept", "text/plain", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(plain.headers().firstValue("Ledger-Size")).contains("12");
    }

    @Test
    @DisplayName("施行中の版は、施行日の最初の瞬間に替わる")
    void namesTheEditionInForce() {
        assertThat(inForce("at=2020-02-20T14:59:59Z")).isEqualTo(12);
        assertThat(inForce("at=2020-02-20T15:00:00Z")).isEqualTo(13);
        assertThat(inForce("at=2020-02-21T00:00:00%2B09:00")).isEqualTo(13);
        assertThat(inForce("at=2021-03-01T00:00:00Z")).isEqualTo(14);
        assertThat(inForce("at=2021-03-01T00:00:00Z&knownAt=position:" + beforePublicationOf14))
                .isEqualTo(13);
    }

    @Test
    void saysWhereNoEditionWasInForce() {
        var none = application.get("/api/v1/terms/cloud/in-force?at=2019-07-29T14:59:59Z");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(json(none).get("code").stringValue()).isEqualTo("NO_EDITION_IN_FORCE");
    }

    @Test
    void answersTheSameAfterBeingRebuilt() {
        var then = "?at=2021-03-01T00:00:00Z&knownAt=position:12";
        var questions =
                new String[] {"", "/cloud", "/cloud/editions", "/cloud/editions/13" + then, "/cloud/editions/15" + then
                };
        var before = new ArrayList<JsonNode>();
        for (var question : questions) {
            before.add(answer(question));
        }
        application.rebuild(TermsProjection.NAME);
        for (int i = 0; i < questions.length; i++) {
            assertThat(answer(questions[i])).isEqualTo(before.get(i));
        }
    }

    private static int inForce(String question) {
        return answer("/cloud/in-force?" + question).get("number").intValue();
    }
}

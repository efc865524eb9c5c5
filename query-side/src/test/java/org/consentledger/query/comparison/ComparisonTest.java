package org.consentledger.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@DisplayName("新旧対照表")
class ComparisonTest {
    private static final String TABLE = "/api/v1/terms/cloud/comparisons/12/13";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long beforeThe14th;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(
                Facts.registered("cloud"),
                Compared.published("cloud", 12, "第十二版", "2019-07-30", Compared.EDITION_12),
                Compared.published("cloud", 13, "第十三版", "2020-02-21", Compared.EDITION_13));
        beforeThe14th = application.record(
                Compared.drafted("cloud", 14, "第十四版", "2020-03-01", Compared.EDITION_13 + "第99条 追って通知します。\n"));
        application.record(
                Compared.drafted("cloud", 14, "第十四版", "2020-03-01", Compared.EDITION_13.replace("以下「", "以下、「")),
                Facts.registered("withdrawn"),
                Compared.published("withdrawn", 1, "第一版", "2019-07-30", "約款\n第1条 甲\n"),
                Compared.published("withdrawn", 2, "第二版", "2020-02-21", "約款\n第1条 乙\n"),
                new EditionWithdrawn(new TermsId("withdrawn"), new EditionNumber(2), "誤り"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("S1〜S4：JSON の行は、変更された表題と三つの新設、間は（略）")
    void answersTheSeedAsJson() {
        var rows = answer(TABLE).get("rows");
        var seen = new ArrayList<String>();
        rows.forEach(row ->
                seen.add(row.get("remark").stringValue() + " " + row.get("path").stringValue()));
        assertThat(String.join(", ", seen))
                .isEqualTo("CHANGED title, ELIDED elision:1, ADDED art:6/para:2, ELIDED elision:2, "
                        + "ADDED art:32/para:2~2, ELIDED elision:3, ADDED suppl:2, ELIDED elision:4");
        assertThat(rows.at("/0/new").stringValue()).isEqualTo("desknet's クラウドサービス利用約款 2020年2月21日 第十三版");
        assertThat(rows.at("/0/old").stringValue()).isEqualTo("desknet's クラウドサービス利用約款 2019年7月30日 第十二版");
        assertThat(rows.at("/1/new").stringValue()).isEqualTo("(略)");
        assertThat(rows.at("/2/new").stringValue())
                .startsWith("(問い合わせ窓口)\n第6条 (略)\n2 当社は、お客様からコミュニケーションセンターへの電話によるお問合せ及び");
        assertThat(rows.at("/2/old").isNull()).isTrue();
        assertThat(rows.at("/2/newSegments/0/change").stringValue()).isEqualTo("INSERTED");
        assertThat(rows.at("/4/new").stringValue()).contains("お問い合わせ").doesNotContain("お問合せ");
        assertThat(rows.at("/4/after").stringValue()).isEqualTo("4");
        assertThat(rows.at("/6/new").stringValue())
                .isEqualTo("付則 2020年2月21日\n第1条（実施期日）\nこのサービス利用約款は、2020年2月21日に改訂しました。改訂された約款は、2020年2月21日から実施します。");
    }

    @Test
    void namesTheLanguageAndKeepsPagesFromRunningAnything() {
        var page = application.bytes(TABLE, "Accept", "text/html", "Accept-Language", "en");
        assertThat(page.headers().firstValue("Content-Language")).contains("en");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("同じ問いには、一バイトも違わない表。変わらなければ 304")
    void answersTheSameBytesAgain(Format format) {
        var first = get(TABLE, format);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(TABLE, format).body()).isEqualTo(first.body());
        assertThat(first.headers().allValues("Vary").toString()).contains("Accept", "Accept-Language");
        assertThat(first.headers().firstValue("Ledger-Size")).contains("9");
        assertThat(application
                        .bytes(TABLE, "Accept", format.type().toString(), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("逆の順に問えば、新設は削除になる")
    void comparesInTheOrderOfThePath() {
        var rows = answer("/api/v1/terms/cloud/comparisons/13/12").get("rows");
        assertThat(rows.at("/2/remark").stringValue()).isEqualTo("DELETED");
        assertThat(rows.at("/2/path").stringValue()).isEqualTo("art:6/para:2");
        assertThat(rows.at("/2/new").isNull()).isTrue();
    }

    @Test
    @DisplayName("草案も、公表の前に見比べられる。過去に知られていた姿とも")
    void comparesDraftsAsKnownThen() {
        var now = answer("/api/v1/terms/cloud/comparisons/12/14");
        assertThat(now.at("/new/status").stringValue()).isEqualTo("DRAFT");
        assertThat(now.get("rows").toString()).contains("以下、「").doesNotContain("第99条");
        var then = answer("/api/v1/terms/cloud/comparisons/12/14?knownAt=position:" + beforeThe14th);
        assertThat(then.get("rows").toString()).contains("第99条");
        var page = new String(
                get("/api/v1/terms/cloud/comparisons/12/14", Format.HTML).body(), StandardCharsets.UTF_8);
        assertThat(page).contains("第十四版 案（2020年3月1日実施予定）");
    }

    @Test
    @DisplayName("撤回された版も、そうと知れるように見比べられる")
    void comparesAnEditionThatWasWithdrawn() {
        assertThat(answer("/api/v1/terms/withdrawn/comparisons/1/2")
                        .at("/new/status")
                        .stringValue())
                .isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                                                        | application/json
            */*                                                                         | application/json
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8             | text/html
            text/*                                                                      | text/html
            application/json;q=0.1, text/html;q=0.2                                     | text/html
            application/json;q=0, */*                                                   | text/html
            text/html;q=0.5, application/vnd.openxmlformats-officedocument.*;q=0.9, */*;q=0.1 | text/html
            application/json;q=0.2, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
            image/png                                                                   | none
            application/json;q=0                                                        | none
            text/plain                                                                  | none
            nonsense                                                                    | none
            """)
    void answersInTheFormThatTheClientLikesBest(String accept, String type) {
        var answer = accept == null ? application.get(TABLE) : application.get(TABLE, "Accept", accept);
        if (type == null) {
            assertThat(answer.statusCode()).isEqualTo(406);
            assertThat(json(answer).get("code").stringValue()).isEqualTo("NOT_ACCEPTABLE");
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            unknown/comparisons/12/13,                  404, TERMS_UNKNOWN
            cloud/comparisons/11/13,                    404, EDITION_UNKNOWN
            cloud/comparisons/12/15,                    404, EDITION_UNKNOWN
            cloud/comparisons/12/13?knownAt=position:2, 404, EDITION_UNKNOWN
            cloud/comparisons/12/13?knownAt=position:99,422, POSITION_BEYOND_LEDGER
            cloud/comparisons/0/13,                     400, MALFORMED
            cloud/comparisons/12/x,                     400, MALFORMED
            cloud/comparisons/12/13?at=2020-01-01,      400, MALFORMED
            """)
    void namesTheCodeOfEachRefusal(String path, int status, String code) {
        for (var format : Format.values()) {
            var answer = application.get(
                    "/api/v1/terms/" + path, "Accept", format.type().toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
        }
    }

    @Test
    void answersTheSameAfterBeingRebuilt() {
        var before = get(TABLE, Format.DOCX).body();
        application.rebuild(ComparisonProjection.NAME);
        assertThat(get(TABLE, Format.DOCX).body()).isEqualTo(before);
    }

    private static HttpResponse<byte[]> get(String path, Format format) {
        var answer = application.bytes(path, "Accept", format.type().toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static JsonNode answer(String path) {
        var answer = application.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}

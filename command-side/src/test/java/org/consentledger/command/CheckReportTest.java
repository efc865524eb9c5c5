package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.consentledger.command.RunningCommandSide.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CheckReportTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();
    private static final String EDITIONS = "/api/v1/terms/report/editions/";

    @BeforeAll
    static void register() {
        PRODUCT.post("/api/v1/terms", Desknets.registration("report"));
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("第十三版の起案には、本文についての警告が二つある。二つ目の「2」と、ほぼ同じ項")
    void reportsTheOdditiesOfTheSeed() throws IOException {
        var text = Files.readString(
                Path.of("../shared-events/src/test/resources/seeds/edition-13.txt"), StandardCharsets.UTF_8);
        var report = PRODUCT.put(EDITIONS + 13, draft(text, "2020-02-21", "INITIAL", ""), "Accept-Language", "ja");
        assertThat(warnings(report))
                .containsExactly(
                        "PUBLISHED_AFTER_EFFECTIVE_DATE null",
                        "NUMBER_TWICE art:32/para:2~2",
                        "NEAR_DUPLICATE art:32/para:2~2");
        assertThat(report.json().at("/warnings/1/message").asString()).isEqualTo("第32条第2項(2回目)：番号 2 が二度使われています。");
        assertThat(report.json().at("/warnings/2/message").asString()).isEqualTo("第32条第2項(2回目)：第6条第2項 とほぼ同じ文言です。");
        var english = PRODUCT.put(EDITIONS + 13, draft(text, "2020-02-21", "INITIAL", ""), "Accept-Language", "en");
        assertThat(english.json().at("/warnings/2/message").asString())
                .isEqualTo("Article 32 paragraph 2 (occurrence 2): It says nearly the same as Article 6 paragraph 2.");
    }

    @Test
    @DisplayName("題名の版の番号、付則の施行日、空の条、見えない文字、続かない番号を警告する")
    void reportsWhatTheTextAloneShows() {
        var text = """
                利用約款 第十五版

                第1条 本\u200b文
                第3条

                付則
                この約款は、2099年4月1日から実施します。
                """;
        assertThat(warnings(PRODUCT.put(EDITIONS + 14, draft(text, "2099-05-01", "INITIAL", ""))))
                .containsExactlyInAnyOrder(
                        "NUMBER_DOES_NOT_FOLLOW art:3",
                        "EMPTY_ARTICLE art:3",
                        "EFFECTIVE_DATE_DIFFERS suppl:1",
                        "EDITION_NUMBER_DIFFERS title",
                        "INVISIBLE_CHARACTERS art:1/para:1");
    }

    @Test
    @DisplayName("同じ条項に二つの対応を挙げる起案は、受け付けない")
    void refusesMatchesThatContradictEachOther() {
        malformed("/matches/1/path", "[{\"path\":\"art:1\",\"was\":\"art:2\"},{\"path\":\"art:1\",\"was\":null}]");
        malformed("/matches/1/was", "[{\"path\":\"art:1\",\"was\":\"art:2\"},{\"path\":\"art:2\",\"was\":\"art:2\"}]");
        malformed("/matches/0/path", "[{\"was\":\"art:2\"}]");
        malformed("/matches/0/was", "[{\"path\":\"art:2\",\"was\":\"\"}]");
        malformed("/matches/0", "[null]");
        malformed("/matches", "{}");
    }

    @Test
    @DisplayName("対応を直した起案は、新しい起案である")
    void recordsADraftThatDiffersInItsMatchesAlone() {
        var plain = draft("第1条 本文", "2099-01-01", "INITIAL", "");
        var matched = draft("第1条 本文", "2099-01-01", "INITIAL", ",\"matches\":[{\"path\":\"art:1\",\"was\":null}]");
        PRODUCT.put(EDITIONS + 15, plain);
        long before = PRODUCT.events();
        PRODUCT.put(EDITIONS + 15, plain.replace("}]}", "}],\"matches\":[]}"));
        assertThat(PRODUCT.events()).isEqualTo(before);
        PRODUCT.put(EDITIONS + 15, matched);
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("周知は、いつまで読めたかも言える。始まる前には終わらない")
    void recordsUntilWhenANoticeStood() {
        PRODUCT.put(EDITIONS + 16, draft("第1条 周知", "2099-01-01", "INITIAL", ""));
        var notice = "{\"channel\":\"WEB\",\"postedAt\":\"2020-01-01T00:00:00Z\",\"until\":\"%s\"}";
        var answer =
                PRODUCT.post(EDITIONS + "16/notices", String.format(Locale.ROOT, notice, "2020-02-01T00:00:00+09:00"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("until")).isEqualTo("2020-01-31T15:00:00Z");
        var refused = PRODUCT.refused(
                400,
                "MALFORMED",
                () -> PRODUCT.post(
                        EDITIONS + "16/notices", String.format(Locale.ROOT, notice, "2020-01-01T00:00:00Z")));
        assertThat(refused.text("pointer")).isEqualTo("/until");
    }

    @Test
    @DisplayName("同じことを言う周知は、二度送られても一度だけ記録される")
    void recordsANoticeOnce() {
        PRODUCT.put(EDITIONS + 18, draft("第1条 二度の周知", "2099-01-01", "INITIAL", ""));
        var notice = "{\"channel\":\"WEB\",\"postedAt\":\"%s\"}";
        var first = PRODUCT.post(EDITIONS + "18/notices", String.format(Locale.ROOT, notice, "2020-01-01T00:00:00Z"));
        long before = PRODUCT.events();
        var again =
                PRODUCT.post(EDITIONS + "18/notices", String.format(Locale.ROOT, notice, "2020-01-01T09:00:00+09:00"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("eventId")).isEqualTo(first.text("eventId"));
        assertThat(again.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        assertThat(PRODUCT.events()).isEqualTo(before);
        PRODUCT.post(EDITIONS + "18/notices", String.format(Locale.ROOT, notice, "2020-01-02T00:00:00Z"));
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
    }

    private static void malformed(String pointer, String matches) {
        var refused = PRODUCT.refused(
                400,
                "MALFORMED",
                () -> PRODUCT.put(EDITIONS + 17, draft("本文", "2099-01-01", "INITIAL", ",\"matches\":" + matches)));
        assertThat(refused.text("pointer")).isEqualTo(pointer);
    }

    private static List<String> warnings(Answer report) {
        assertThat(report.status()).as(report.response().body()).isEqualTo(200);
        var warnings = new ArrayList<String>();
        StreamSupport.stream(report.json().get("warnings").spliterator(), false)
                .forEach(warning -> warnings.add(warning.get("code").asString() + " "
                        + warning.get("path").asString("null")));
        return warnings;
    }

    private static String draft(String text, String effectiveOn, String procedure, String more) {
        var provision = text.contains("第32条") ? "第32条第2項第1号" : "第1条";
        return String.format(
                Locale.ROOT,
                """
                {"label":"版","revisedOn":"%2$s","effectiveOn":"%2$s","text":%1$s,
                 "change":{"procedure":"%3$s"},
                 "purposes":[{"purposeId":"p","provision":"%4$s","title":"提供","mode":"WITH_TERMS"}]%5$s}
                """,
                JsonMapper.shared().writeValueAsString(text),
                effectiveOn,
                procedure,
                provision,
                more);
    }
}

package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Desknets.acceptance;
import static org.consentledger.command.Desknets.draft;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.command.RunningCommandSide.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a body: media types and paths. */
class BadRequestTest {
    private static final String ACCEPTANCES = "/api/v1/customers/c-1/acceptances";
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/plain", "application/xml", "garbage", "a/b/c;;", "application/problem+json"})
    @DisplayName("答えられない形式を求めるリクエストは 406 で、何も記録しない")
    void recordsNothingWhereTheAnswerIsNotAcceptable(String accept) {
        var edition = draft("本文", "2026-01-01", "ACCEPTANCE");
        PRODUCT.refused(406, "NOT_ACCEPTABLE", () -> post(ACCEPTANCES, acceptance(13, "十三"), "Accept", accept));
        PRODUCT.refused(
                406, "NOT_ACCEPTABLE", () -> post("/api/v1/terms", Desknets.registration("new"), "Accept", accept));
        PRODUCT.refused(406, "NOT_ACCEPTABLE", () -> PRODUCT.put(Desknets.EDITIONS + 20, edition, "Accept", accept));
        PRODUCT.refused(404, "PATH_UNKNOWN", () -> post("/api/v1/nothing", "{}", "Accept", accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/problem+json, application/json;q=0.1",
                "application/json;charset=Shift_JIS",
                "application/json;charset=UTF-16"
            })
    @DisplayName("記録した答えは、いつも application/json である")
    void answersJsonOnceItIsRecorded(String accept) {
        long before = PRODUCT.events();
        var answer = PRODUCT.post(
                ACCEPTANCES, acceptance(13, "十三"), "Idempotency-Key", "k" + accept.hashCode(), "Accept", accept);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("customerId")).isEqualTo("c-1");
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=x",
                "application/x-www-form-urlencoded"
            })
    @DisplayName("フォームは 415 である")
    void refusesForms(String type) {
        PRODUCT.refused(415, "UNSUPPORTED_MEDIA_TYPE", () -> post(ACCEPTANCES, "a=%", "Content-Type", type));
        PRODUCT.refused(
                415, "UNSUPPORTED_MEDIA_TYPE", () -> PRODUCT.put(Desknets.EDITIONS + 20, "a=%", "Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/customers/acc;x=taro/acceptances",
                "/api/v1/customers/acc;/acceptances",
                "/api/v1/customers/acc/acceptances;x",
                "/api/v1/customers;a=b/acc/acceptances"
            })
    @DisplayName("パスのセミコロンより後ろを落として記録することはない")
    void refusesPathParameters(String path) {
        var answer = PRODUCT.refused(400, "MALFORMED", () -> post(path, acceptance(13, "十三")));
        assertThat(answer.text("pointer")).isEqualTo("path");
        assertThat(answer.response().body()).doesNotContain("taro");
    }

    @Test
    @DisplayName("同じ内容の起案は、先の起案の位置を答える")
    void namesThePlaceOfAnIdenticalDraft() {
        var body = draft("三十", "2030-01-01", "ACCEPTANCE");
        var first = PRODUCT.put(Desknets.EDITIONS + 30, body);
        PRODUCT.put(Desknets.EDITIONS + 31, draft("三十一", "2031-01-01", "ACCEPTANCE"));
        long before = PRODUCT.events();

        var second = PRODUCT.put(Desknets.EDITIONS + 30, body);

        assertThat(second.status()).isEqualTo(200);
        assertThat(first.header("Ledger-Position"))
                .isEqualTo(Long.toString(PRODUCT.ledger().size() - 2));
        assertThat(second.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(PRODUCT.events()).isEqualTo(before);
    }

    @Test
    @DisplayName("ログは、パスにもヘッダーにも書かれていたことを繰り返さない")
    void logsNothingOfWhatNamesAPerson() {
        try (var log = new RecordedLog()) {
            post("/api/v1/customers/taro@example.com/acceptances?mail=taro", acceptance(13, "十三"), "Cookie", "taro=\"");
            post("/api/v1/nothing/taro", "{}", "Accept", "taro", "Accept-Language", "taro;;");
            post("/api/v1/customers/c;taro/acceptances", "a=taro", "Content-Type", "multipart/form-data");
            PRODUCT.get("/api/v1/customers/taro/acceptances");
            PRODUCT.raw("POST /api/v1/customers/taro{}/acceptances HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            PRODUCT.raw("POST / HTTP/1.1\r\nHost: x\r\nta ro: taro\r\nConnection: close\r\n\r\n");
            assertThat(log.lines()).noneMatch(line -> line.contains("taro"));
        }
    }

    @Test
    @DisplayName("二つの Idempotency-Key のあるリクエストは、どちらとも受け取らない")
    void refusesTwoIdempotencyKeys() {
        String body = acceptance(13, "十三");
        long before = PRODUCT.events();

        String answer =
                PRODUCT.raw("POST /api/v1/customers/c-2/acceptances HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Authorization: Bearer "
                        + TestIssuer.shared().tokenForEverything(TestIssuer.SOMEBODY)
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: one\r\nIdempotency-Key: two\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"pointer\":\"header:Idempotency-Key\"");
        assertThat(PRODUCT.events()).isEqualTo(before);
    }

    private static Answer post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Idempotency-Key", "k"));
        all.addAll(List.of(headers));
        return PRODUCT.post(path, body, all.toArray(String[]::new));
    }
}

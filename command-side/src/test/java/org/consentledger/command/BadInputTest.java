package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Desknets.acceptance;
import static org.consentledger.command.Desknets.draft;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.events.ContentDigest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final String ACCEPTANCES = "/api/v1/customers/c-1/acceptances";
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    static Stream<Arguments> malformedDrafts() {
        String good = draft("本文", "2026-01-01", "ACCEPTANCE");
        return Stream.of(
                Arguments.of(good.replace("\"ACCEPTANCE\"", "\"ACCEPTANCE\",\"regime\":\"EARLIER\""), "/change/regime"),
                Arguments.of(good.replace("newsletter", "service"), "/purposes/1/purposeId"),
                Arguments.of(
                        good.replace("\"VOLUNTARY\"", "\"VOLUNTARY\",\"keptAfterLeaving\":\"PT1H\""),
                        "/purposes/1/keptAfterLeaving"),
                Arguments.of(
                        good.replace("\"VOLUNTARY\"", "\"VOLUNTARY\",\"dataItems\":[\"\"]"), "/purposes/1/dataItems/0"),
                Arguments.of(
                        good.replace("\"VOLUNTARY\"", "\"VOLUNTARY\",\"thirdParties\":1"), "/purposes/1/thirdParties"),
                Arguments.of(good.replace("\"title\":\"案内\"", "\"title\":\" \""), "/purposes/1/title"),
                Arguments.of(good.replace("\"revisedOn\":\"2026-01-01\"", "\"revisedOn\":\"2026-1-1\""), "/revisedOn"),
                Arguments.of(good.replace("\"revisedOn\":\"2026-01-01\"", "\"revisedOn\":[2026,1,1]"), "/revisedOn"),
                Arguments.of(
                        good.replace("\"effectiveOn\":\"2026-01-01\"", "\"effectiveOn\":\"2026-02-29\""),
                        "/effectiveOn"),
                Arguments.of(effectiveOn("+999999999-12-31"), "/effectiveOn"),
                Arguments.of(effectiveOn("9999-01-01"), "/effectiveOn"),
                Arguments.of(effectiveOn("1899-12-31"), "/effectiveOn"),
                Arguments.of(effectiveOn("-2026-01-01"), "/effectiveOn"),
                Arguments.of(effectiveOn("２０２６-01-01"), "/effectiveOn"),
                Arguments.of(good.replace("\"text\":\"本文\"", "\"text\":\"\""), "/text"),
                Arguments.of(good.replace("\"text\":\"本文\"", "\"text\":\"a\\u0008\""), "/text"),
                Arguments.of(good.replace("\"label\":\"版\"", "\"label\":\"版\\n\""), "/label"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformedDrafts")
    @DisplayName("形式の正しくない起案は 400 MALFORMED である")
    void refusesMalformedDrafts(String body, String pointer) {
        var answer = PRODUCT.refused(400, "MALFORMED", () -> PRODUCT.put(Desknets.EDITIONS + 20, body));
        assertThat(answer.text("pointer")).isEqualTo(pointer);
    }

    @Test
    @DisplayName("本文は改行とタブを含む文字をそのまま保つ")
    void keepsTextsAsTheyAre() {
        String text = "第1条 \u2028\t一\r\n二\n\uD83D\uDE00 が が";
        var answer = PRODUCT.put(Desknets.EDITIONS + 30, draft(text, "2030-01-01", "ACCEPTANCE"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("digest")).isEqualTo(ContentDigest.of(text).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-1", "10000", "x", "1.0", "013", "%EF%BC%91"})
    @DisplayName("版の番号は 1 から 9999 まで")
    void refusesOtherEditionNumbers(String number) {
        var answer = PRODUCT.refused(
                400,
                "MALFORMED",
                () -> PRODUCT.put(Desknets.EDITIONS + number, draft("本文", "2026-01-01", "ACCEPTANCE")));
        assertThat(answer.text("pointer")).isEqualTo("path:number");
    }

    @Test
    @DisplayName("メールアドレスはお客様の識別子にならない。答えはその値を繰り返さない")
    void refusesAMailAddressAsCustomer() {
        for (String address : new String[] {"taro@example.com", "taro%40example.com"}) {
            var answer = PRODUCT.refused(
                    400,
                    "MALFORMED",
                    () -> PRODUCT.post(
                            "/api/v1/customers/" + address + "/acceptances",
                            acceptance(13, "十三"),
                            "Idempotency-Key",
                            "k",
                            "Accept-Language",
                            "en"));
            assertThat(answer.text("detail")).contains("must not be a mail address");
            assertThat(answer.response().body()).doesNotContain("taro");
        }
    }

    @Test
    @DisplayName("Idempotency-Key は必須で、見える ASCII 文字 200 以内である")
    void refusesARequestWithoutAProperKey() {
        var missing = PRODUCT.refused(400, "MALFORMED", () -> PRODUCT.post(ACCEPTANCES, acceptance(13, "十三")));
        assertThat(missing.text("pointer")).isEqualTo("header:Idempotency-Key");
        for (String key : new String[] {"", "a b", "x".repeat(201)}) {
            PRODUCT.refused(
                    400, "MALFORMED", () -> PRODUCT.post(ACCEPTANCES, acceptance(13, "十三"), "Idempotency-Key", key));
        }
    }

    @Test
    @DisplayName("大きすぎる本文は 413 である。長さを示さない本文も同じである")
    void refusesBodiesThatAreTooLarge() {
        byte[] body = "x".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII);
        for (String path : new String[] {ACCEPTANCES, Desknets.EDITIONS + 20}) {
            String method = path.equals(ACCEPTANCES) ? "POST" : "PUT";
            PRODUCT.refused(413, "TOO_LARGE", () -> send(method, path, BodyPublishers.ofByteArray(body)));
            PRODUCT.refused(
                    413,
                    "TOO_LARGE",
                    () -> send(method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        }
    }

    @Test
    @DisplayName("本文は 4 MiB まで")
    void refusesATextThatIsTooLong() {
        int most = 4 * 1024 * 1024;
        String fits = draft("x".repeat(most), "2031-01-01", "ACCEPTANCE");
        String tooLong = draft("x".repeat(most + 1), "2031-01-01", "ACCEPTANCE");
        PRODUCT.refused(413, "TOO_LARGE", () -> PRODUCT.put(Desknets.EDITIONS + 31, tooLong));
        assertThat(PRODUCT.put(Desknets.EDITIONS + 31, fits).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("UTF-8 でない本文、JSON でない本文は受け付けない")
    void refusesOtherEncodings() {
        byte[] japanese =
                acceptance(13, "十三", ",\"evidence\":{\"note\":\"日本\"}").getBytes(Charset.forName("Shift_JIS"));
        PRODUCT.refused(400, "MALFORMED", () -> send("POST", ACCEPTANCES, BodyPublishers.ofByteArray(japanese)));
        for (String type : new String[] {"text/plain", "application/xml", "application/json;charset=Shift_JIS"}) {
            PRODUCT.refused(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    () -> PRODUCT.post(
                            ACCEPTANCES, acceptance(13, "十三"), "Idempotency-Key", "k", "Content-Type", type));
        }
    }

    @Test
    @DisplayName("知らないパス、違うメソッドも problem+json で答える")
    void answersUnknownPathsAndMethods() {
        PRODUCT.refused(404, "PATH_UNKNOWN", () -> PRODUCT.post("/api/v1/nothing", "{}"));
        PRODUCT.refused(404, "PATH_UNKNOWN", () -> PRODUCT.get("/"));
        var wrongMethod = PRODUCT.refused(405, "METHOD_NOT_ALLOWED", () -> PRODUCT.get(ACCEPTANCES));
        assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
    }

    @Test
    @DisplayName("答えは日本語で、求めれば英語で")
    void speaksJapaneseAndEnglish() {
        assertThat(accept("{").text("title")).isEqualTo("リクエストの形式が正しくありません");
        for (String language : new String[] {"en", "en-GB,ja;q=0.5", "fr, en;q=0.2"}) {
            var answer = PRODUCT.post(ACCEPTANCES, "{", "Idempotency-Key", "k", "Accept-Language", language);
            assertThat(answer.text("title")).isEqualTo("The request is malformed");
            assertThat(answer.header("Content-Language")).isEqualTo("en");
        }
        for (String language : new String[] {"fr", "*", ";;;", "ja-JP"}) {
            var answer = PRODUCT.post(ACCEPTANCES, "{", "Idempotency-Key", "k", "Accept-Language", language);
            assertThat(answer.header("Content-Language")).isEqualTo("ja");
        }
    }

    private static Answer accept(String body) {
        return PRODUCT.post(ACCEPTANCES, body, "Idempotency-Key", "k");
    }

    private static Answer send(String method, String path, BodyPublisher body) {
        return PRODUCT.send(method, path, body, "Idempotency-Key", "k");
    }

    private static String effectiveOn(String day) {
        return draft("本文", "2026-01-01", "ACCEPTANCE")
                .replace("\"effectiveOn\":\"2026-01-01\"", "\"effectiveOn\":\"" + day + "\"");
    }
}

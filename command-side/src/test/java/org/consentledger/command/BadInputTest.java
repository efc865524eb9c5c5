package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Desknets.acceptance;
import static org.consentledger.command.Desknets.draft;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
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

    static Stream<Arguments> malformedAcceptances() {
        return Stream.of(
                Arguments.of("broken JSON", "{\"termsId\":", ""),
                Arguments.of("no JSON at all", "termsId=x", ""),
                Arguments.of("empty", "", ""),
                Arguments.of("null", "null", ""),
                Arguments.of("array", "[]", ""),
                Arguments.of("something after the end", acceptance(13, "十三") + "x", ""),
                Arguments.of("two bodies", acceptance(13, "十三") + acceptance(13, "十三"), ""),
                Arguments.of("byte order mark", "\uFEFF" + acceptance(13, "十三"), ""),
                Arguments.of("comment", "/* */" + acceptance(13, "十三"), ""),
                Arguments.of("unknown member", with(",\"colour\":\"red\""), "/colour"),
                Arguments.of("unknown nested member", with(",\"evidence\":{\"mood\":1}"), "/evidence/mood"),
                Arguments.of("member twice", with(",\"channel\":\"WEB\""), "/channel"),
                Arguments.of("unknown value", replaced("\"WEB\"", "\"FAX\""), "/channel"),
                Arguments.of("value by number", replaced("\"WEB\"", "0"), "/channel"),
                Arguments.of("value in lower case", replaced("\"WEB\"", "\"web\""), "/channel"),
                Arguments.of("empty value", replaced("\"WEB\"", "\"\""), "/channel"),
                Arguments.of("unknown nested value", replaced("\"SELF\"", "\"DOG\""), "/actor/kind"),
                Arguments.of("missing member", replaced("\"channel\":\"WEB\",", ""), "/channel"),
                Arguments.of("null member", replaced("\"WEB\"", "null"), "/channel"),
                Arguments.of("missing terms", replaced("\"termsId\":\"desknets-cloud\",", ""), "/termsId"),
                Arguments.of("edition 0", replaced("\"edition\":13", "\"edition\":0"), "/edition"),
                Arguments.of("edition 10000", replaced("\"edition\":13", "\"edition\":10000"), "/edition"),
                Arguments.of("edition beyond int", replaced("\"edition\":13", "\"edition\":99999999999"), "/edition"),
                Arguments.of("edition as string", replaced("\"edition\":13", "\"edition\":\"13\""), "/edition"),
                Arguments.of("edition as fraction", replaced("\"edition\":13", "\"edition\":13.0"), "/edition"),
                Arguments.of("edition as object", replaced("\"edition\":13", "\"edition\":{\"value\":13}"), "/edition"),
                Arguments.of("terms id in capitals", replaced("desknets-cloud", "Desknets"), "/termsId"),
                Arguments.of("terms id as number", replaced("\"desknets-cloud\"", "12"), "/termsId"),
                Arguments.of("digest in capitals", replaced("sha256:", "SHA256:"), "/digest"),
                Arguments.of("time without offset", with(time("2026-01-01T00:00:00")), "/expressedAt"),
                Arguments.of("time as number", with(",\"expressedAt\":1700000000"), "/expressedAt"),
                Arguments.of("30 February", with(time("2026-02-30T00:00:00Z")), "/expressedAt"),
                Arguments.of("before 1900", with(time("1899-12-31T23:59:59Z")), "/expressedAt"),
                Arguments.of("after 9999", with(time("9999-12-31T23:59:59-00:01")), "/expressedAt"),
                Arguments.of("day only", with(time("2026-02-28")), "/expressedAt"),
                Arguments.of("actor as string", replaced("{\"kind\":\"SELF\"}", "\"SELF\""), "/actor"),
                Arguments.of("staff without a reason", replaced("\"SELF\"", "\"STAFF\""), "/actor/reason"),
                Arguments.of("decisions as array", with(",\"decisions\":[]"), "/decisions"),
                Arguments.of(
                        "unknown decision", with(",\"decisions\":{\"newsletter\":\"MAYBE\"}"), "/decisions/newsletter"),
                Arguments.of("null decision", with(",\"decisions\":{\"newsletter\":null}"), "/decisions/newsletter"),
                Arguments.of("bad purpose id", with(",\"decisions\":{\"A/B~\":\"GIVEN\"}"), "/decisions/A~1B~0"),
                Arguments.of("control character", note("a\\u0000b"), "/evidence/note"),
                Arguments.of("escape character", note("a\\u001bb"), "/evidence/note"),
                Arguments.of("raw control character", note("a\u0007b"), ""),
                Arguments.of("lone high surrogate", note("\\ud83d"), "/evidence/note"),
                Arguments.of("lone low surrogate", note("\\ude00x"), "/evidence/note"),
                Arguments.of("surrogates in the wrong order", note("\\ude00\\ud83d"), "/evidence/note"),
                Arguments.of("line break in a reference", source("a\\nb"), "/source/reference"),
                Arguments.of("tab in a name", replaced("\"SELF\"", "\"SELF\",\"name\":\"a\\tb\""), "/actor/name"),
                Arguments.of("source without a time", source("folder"), "/expressedAt"),
                Arguments.of("note too long", note("x".repeat(4001)), "/evidence/note"),
                Arguments.of("deep nesting", with(",\"evidence\":" + "[".repeat(5000)), "/evidence"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedAcceptances")
    @DisplayName("形式の正しくない本文は 400 MALFORMED で、場所を示し、何も記録しない")
    void refusesMalformedBodies(String what, String body, String pointer) {
        assertThat(what).isNotEmpty();
        var answer = refused(400, "MALFORMED", () -> accept(body));
        assertThat(answer.text("pointer")).isEqualTo(pointer);
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                Arguments.of(replaced("\"edition\":13", "\"edition\":0"), "an edition number 1 to 9999"),
                Arguments.of(replaced("\"edition\":13", "\"edition\":99999999999"), "an edition number 1 to 9999"),
                Arguments.of(replaced("\"edition\":13", "\"edition\":\"13\""), "an edition number 1 to 9999"),
                Arguments.of(replaced("sha256:", "SHA256:"), "sha256: and 64 lower-case hexadecimal digits"),
                Arguments.of(replaced("desknets-cloud", "Desknets"), "a terms id [a-z0-9][a-z0-9-]*"),
                Arguments.of(with(",\"decisions\":{\"A\":\"GIVEN\"}"), "a purpose id [a-z0-9][a-z0-9-]*"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongForms")
    @DisplayName("値の形式が違えば、必要な形式を言う")
    void saysWhichFormIsExpected(String body, String form) {
        var answer = PRODUCT.post(ACCEPTANCES, body, "Idempotency-Key", "k", "Accept-Language", "en");
        assertThat(answer.text("detail")).contains(form);
    }

    static Stream<Arguments> rejectedAcceptances() {
        return Stream.of(
                Arguments.of(404, "TERMS_UNKNOWN", replaced("desknets-cloud", "nothing")),
                Arguments.of(404, "EDITION_UNKNOWN", acceptance(99, "x")),
                Arguments.of(409, "EDITION_NOT_PUBLISHED", acceptance(14, "十四")),
                Arguments.of(409, "SHOWN_TEXT_DIFFERS", acceptance(13, "十二")),
                Arguments.of(409, "EDITION_SUPERSEDED", acceptance(12, "十二")),
                Arguments.of(422, "EXPRESSED_IN_FUTURE", with(time("2999-01-01T00:00:00Z"))),
                Arguments.of(422, "EXPRESSED_BEFORE_PUBLICATION", with(time("2020-03-01T00:00:00Z"))),
                Arguments.of(422, "PURPOSE_UNKNOWN", with(",\"decisions\":{\"x\":\"GIVEN\"}")),
                Arguments.of(422, "PURPOSE_NOT_VOLUNTARY", with(",\"decisions\":{\"service\":\"GIVEN\"}")),
                Arguments.of(422, "PRESENTATION_INVALID", with(",\"presentation\":\"token\"")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rejectedAcceptances")
    @DisplayName("規則に反する同意は、そのコードで拒まれ、何も記録しない")
    void rejectsWhatTheRulesForbid(int status, String code, String body) {
        refused(status, code, () -> accept(body));
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
        var answer = refused(400, "MALFORMED", () -> PRODUCT.put(Desknets.EDITIONS + 20, body));
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
        var answer = refused(
                400,
                "MALFORMED",
                () -> PRODUCT.put(Desknets.EDITIONS + number, draft("本文", "2026-01-01", "ACCEPTANCE")));
        assertThat(answer.text("pointer")).isEqualTo("path:number");
    }

    @Test
    @DisplayName("メールアドレスはお客様の識別子にならない。答えはその値を繰り返さない")
    void refusesAMailAddressAsCustomer() {
        for (String address : new String[] {"taro@example.com", "taro%40example.com"}) {
            var answer = refused(
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
        var missing = refused(400, "MALFORMED", () -> PRODUCT.post(ACCEPTANCES, acceptance(13, "十三")));
        assertThat(missing.text("pointer")).isEqualTo("header:Idempotency-Key");
        for (String key : new String[] {"", "a b", "x".repeat(201)}) {
            refused(400, "MALFORMED", () -> PRODUCT.post(ACCEPTANCES, acceptance(13, "十三"), "Idempotency-Key", key));
        }
    }

    @Test
    @DisplayName("大きすぎる本文は 413 である。長さを示さない本文も同じである")
    void refusesBodiesThatAreTooLarge() {
        byte[] body = "x".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII);
        for (String path : new String[] {ACCEPTANCES, Desknets.EDITIONS + 20}) {
            String method = path.equals(ACCEPTANCES) ? "POST" : "PUT";
            refused(413, "TOO_LARGE", () -> send(method, path, BodyPublishers.ofByteArray(body)));
            refused(
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
        refused(413, "TOO_LARGE", () -> PRODUCT.put(Desknets.EDITIONS + 31, tooLong));
        assertThat(PRODUCT.put(Desknets.EDITIONS + 31, fits).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("UTF-8 でない本文、JSON でない本文は受け付けない")
    void refusesOtherEncodings() {
        byte[] japanese = note("日本").getBytes(Charset.forName("Shift_JIS"));
        refused(400, "MALFORMED", () -> send("POST", ACCEPTANCES, BodyPublishers.ofByteArray(japanese)));
        for (String type : new String[] {"text/plain", "application/xml", "application/json;charset=Shift_JIS"}) {
            refused(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    () -> PRODUCT.post(
                            ACCEPTANCES, acceptance(13, "十三"), "Idempotency-Key", "k", "Content-Type", type));
        }
    }

    @Test
    @DisplayName("知らないパス、違うメソッドも problem+json で答える")
    void answersUnknownPathsAndMethods() {
        refused(404, "PATH_UNKNOWN", () -> PRODUCT.post("/api/v1/nothing", "{}"));
        refused(404, "PATH_UNKNOWN", () -> PRODUCT.get("/"));
        var wrongMethod = refused(405, "METHOD_NOT_ALLOWED", () -> PRODUCT.get(ACCEPTANCES));
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

    /** A problem with its code, without anything of our insides, and nothing recorded. */
    private static Answer refused(int status, String code, Supplier<Answer> request) {
        long before = PRODUCT.events();
        var answer = request.get();
        assertThat(answer.response().body())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("org.", "tools.", "java.");
        assertThat(answer.text("code")).as(answer.response().body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("detail")).isNotEmpty();
        assertThat(PRODUCT.events()).isEqualTo(before);
        return answer;
    }

    private static Answer accept(String body) {
        return PRODUCT.post(ACCEPTANCES, body, "Idempotency-Key", "k");
    }

    private static Answer send(String method, String path, BodyPublisher body) {
        return PRODUCT.send(method, path, body, "Idempotency-Key", "k");
    }

    private static String with(String more) {
        return acceptance(13, "十三", more);
    }

    private static String replaced(String part, String other) {
        String body = acceptance(13, "十三");
        assertThat(body).contains(part);
        return body.replace(part, other);
    }

    private static String effectiveOn(String day) {
        return draft("本文", "2026-01-01", "ACCEPTANCE")
                .replace("\"effectiveOn\":\"2026-01-01\"", "\"effectiveOn\":\"" + day + "\"");
    }

    private static String time(String expressedAt) {
        return ",\"expressedAt\":\"" + expressedAt + "\"";
    }

    private static String note(String note) {
        return with(",\"evidence\":{\"note\":\"" + note + "\"}");
    }

    private static String source(String reference) {
        return with(String.format(
                Locale.ROOT,
                ",\"source\":{\"kind\":\"PAPER\",\"reference\":\"%s\",\"datePrecision\":\"DAY\"}",
                reference));
    }
}

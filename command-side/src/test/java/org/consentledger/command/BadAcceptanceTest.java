package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Desknets.acceptance;

import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.command.RunningCommandSide.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadAcceptanceTest {
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
        var answer = PRODUCT.refused(400, "MALFORMED", () -> accept(body));
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
                Arguments.of(
                        422,
                        "PRESENTATION_INVALID",
                        "{\"presentation\":\"token\",\"channel\":\"WEB\",\"actor\":{\"kind\":\"SELF\"}}"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rejectedAcceptances")
    @DisplayName("規則に反する同意は、そのコードで拒まれ、何も記録しない")
    void rejectsWhatTheRulesForbid(int status, String code, String body) {
        PRODUCT.refused(status, code, () -> accept(body));
    }

    private static Answer accept(String body) {
        return PRODUCT.post(ACCEPTANCES, body, "Idempotency-Key", "k");
    }

    private static String with(String more) {
        return acceptance(13, "十三", more);
    }

    private static String replaced(String part, String other) {
        String body = acceptance(13, "十三");
        assertThat(body).contains(part);
        return body.replace(part, other);
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

package org.consentledger.query.accesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.acceptedThroughYamada;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.access.Scope;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AccessesTest {
    private static final String AT = "2019-08-01T00:00:00Z";
    private static final String REASON = "Access-Reason";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 1, "2019-07-30", INITIAL));
        for (var customer : List.of("seen", "sealed", "erased", "self", "unrecorded")) {
            application.record(acceptedThroughYamada("t", customer, 1, AT));
        }
        // What is asked again is recorded again.
        application.awaitProjections();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("だれが、どの問いで、なぜ、いつ見たかを答える。答えの中身は残さない")
    void tellsWhoLookedByWhichQuestionWhyAndWhen() {
        var before = now();
        look("seen", "standing?termsId=t", support("clerk-7"), REASON, "ticket 4711");
        look("seen", "history", support("clerk-8"));
        var after = now();

        var items = accesses("seen", "").get("items");

        assertThat(items).hasSize(2);
        var first = items.get(0);
        assertThat(first.get("customerId").stringValue()).isEqualTo("seen");
        assertThat(first.get("question").stringValue()).isEqualTo("STANDING");
        assertThat(first.get("about").stringValue()).isEqualTo("t");
        assertThat(first.get("subject").stringValue()).isEqualTo("clerk-7");
        assertThat(first.get("client").stringValue()).isEqualTo("support-desk");
        assertThat(first.get("reason").stringValue()).isEqualTo("ticket 4711");
        assertThat(Instant.parse(first.get("lookedAt").stringValue())).isBetween(before, after);
        assertThat(items.get(1).get("subject").stringValue()).isEqualTo("clerk-8");
        assertThat(items.get(1).get("about").isNull()).isTrue();
        assertThat(items.get(1).get("reason").stringValue()).isEqualTo("not stated");

        var page = accesses("seen", "limit=1");
        var next = accesses("seen", "limit=2&cursor=" + page.get("next").stringValue());
        assertThat(questions(next)).containsExactly("HISTORY", "ACCESSES");
        assertThat(accesses("somebody.else", "").get("items")).isEmpty();
    }

    @Test
    @DisplayName("理由は顧客の鍵で封じられ、平文では残らない")
    void sealsTheReason() {
        look("sealed", "standing?termsId=t", support("clerk"), REASON, extended("山田様ご本人 からの+お電話"));

        assertThat(reasons("sealed")).containsExactly("山田様ご本人 からの+お電話");
        assertThat(application
                        .jdbc()
                        .sql("select reason from query.access_record where customer_id = 'sealed' and reason_stated")
                        .query(String.class)
                        .single())
                .contains("A256GCM")
                .doesNotContain("山田");
    }

    @Test
    @DisplayName("消去された方や記録のない方への閲覧は残るが、理由は読めない")
    void keepsNoReasonWhereThereIsNoKey() {
        look("erased", "standing?termsId=t", support("clerk"), REASON, "before 1");
        application.record(
                new ErasureRequested(new CustomerId("erased"), "本人の申出"),
                new PersonalDataErased(new CustomerId("erased"), "an erasure"));
        application.awaitProjections();
        look("erased", "standing?termsId=t", support("clerk"), REASON, "after 1");
        look("erased", "standing?termsId=t", support("clerk"));
        look("never.heard.of", "standing?termsId=t", support("clerk"), REASON, "who is it 1");

        assertThat(reasons("erased")).containsExactly("null", "null", "not stated");
        assertThat(reasons("never.heard.of")).containsExactly("null");
    }

    @Test
    @DisplayName("一覧の閲覧は一覧として答え、理由は案件の番号だけが残る")
    void tellsOfListsApart() {
        application.get("/api/v1/customers?prefix=sea", REASON, "CASE-2026/17");
        application.get("/api/v1/customers?prefix=sea", REASON, "for Ms Yamada");

        var items = json(application.get("/api/v1/accesses")).get("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("question").stringValue()).isEqualTo("CUSTOMERS");
        assertThat(items.get(0).get("about").stringValue()).isEqualTo("sea");
        assertThat(items.get(0).get("customerId").isNull()).isTrue();
        assertThat(items.get(0).get("reason").stringValue()).isEqualTo("CASE-2026/17");
        assertThat(items.get(1).get("reason").isNull()).isTrue();
        assertThat(accesses("sealed", "").get("items").toString()).doesNotContain("CUSTOMERS");
    }

    @Test
    @DisplayName("お客様ご自身の問いは記録されず、だれが見たかはご自身の鍵では読めない")
    void leavesTheCustomerHimselfOut() {
        look("self", "standing?termsId=t", TestIssuer.shared().token("self", Scope.CONSENT_SELF));

        assertThat(accesses("self", "").get("items")).isEmpty();
        for (var token : List.of(
                TestIssuer.shared().token("self", Scope.CONSENT_SELF),
                TestIssuer.shared().token("support", Scope.STANDING_READ))) {
            assertThat(application
                            .get("/api/v1/customers/self/accesses", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(403);
        }
        for (var scope : List.of(Scope.REQUEST_HANDLE, Scope.HISTORY_READ)) {
            look("self", "accesses", TestIssuer.shared().token("officer", scope));
        }
    }

    @ParameterizedTest
    @DisplayName("記録できない閲覧には、何も見つからないときも、答えない")
    @ValueSource(strings = {"standing?termsId=t", "permissions/unheard-of?termsId=t", "history?termsId=t"})
    void answersNothingThatCannotBeRecorded(String question) {
        var table = "alter table query.access_record ";
        application
                .jdbc()
                .sql(table + "add constraint full_disk check (customer_id <> 'unrecorded') not valid")
                .update();
        try {
            var answer = application.get("/api/v1/customers/unrecorded/" + question, "Accept-Language", "en");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).get("code").stringValue()).isEqualTo("UNAVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).doesNotContain("edition");
        } finally {
            application.jdbc().sql(table + "drop constraint full_disk").update();
        }
    }

    @ParameterizedTest
    @DisplayName("長すぎる理由、一行でない理由、UTF-8 でない理由は断られる")
    @ValueSource(
            strings = {"UTF-8''a%0Ab", "UTF-8''%E2%80%AE", "UTF-8''%00", "UTF-8''%FF", "UTF-8''%zz", "LONG", "a\tb"})
    void rejectsAReasonThatIsNoLineOfText(String reason) {
        var answer = application.get(
                "/api/v1/customers/seen.not/standing?termsId=t", REASON, reason.replace("LONG", "x".repeat(201)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("MALFORMED");
        assertThat(json(answer).get("pointer").stringValue()).isEqualTo("header:Access-Reason");
        assertThat(accesses("seen.not", "").get("items").toString()).doesNotContain("STANDING");
    }

    private static String support(String subject) {
        var issuer = TestIssuer.shared();
        return issuer.sign(issuer.claims(subject, Scope.STANDING_READ, Scope.HISTORY_READ)
                .claim("client_id", "support-desk")
                .build());
    }

    private static void look(String customer, String question, String token, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        var answer = application.get("/api/v1/customers/" + customer + "/" + question, all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode accesses(String customer, String question) {
        var answer = application.get("/api/v1/customers/" + customer + "/accesses?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> questions(JsonNode page) {
        var questions = new ArrayList<String>();
        page.get("items").forEach(item -> questions.add(item.get("question").stringValue()));
        return questions;
    }

    private static List<String> reasons(String customer) {
        var reasons = new ArrayList<String>();
        accesses(customer, "")
                .get("items")
                .forEach(item -> reasons.add(item.get("reason").asString("null")));
        return reasons;
    }

    /** RFC 8187 §3.2.1. */
    private static String extended(String text) {
        return "UTF-8''" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** By the clock that records go by. */
    private static Instant now() {
        return application
                .jdbc()
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}

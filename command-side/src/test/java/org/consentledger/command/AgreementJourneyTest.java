package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.consentledger.command.RunningCommandSide.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Consents, departures, annulments and presentations as a client meets them. */
class AgreementJourneyTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();
    private static int keys;

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("利用目的への判断は記録となる。版のない記録の版は null である")
    void answersARecordOfAConsent() {
        accept("c-consent");
        var given = created(post("c-consent", "consents", consent("newsletter", "GIVEN", "")));
        assertThat(given.json().get("edition").isNull()).isTrue();
        assertThat(given.text("termsId")).isEqualTo(Desknets.TERMS);
        assertThat(given.text("recordId")).isEqualTo(given.text("eventId")).isNotEmpty();
        assertThat(given.text("receipt")).startsWith("c2sp.org/tlog-proof@v1");
        assertThat(given.header("Ledger-Position")).isEqualTo(given.text("position"));
        created(post("c-consent", "consents", consent("newsletter", "WITHDRAWN", "")));
        created(post("c-consent", "consents", consent("newsletter", "REFUSED", "")));
        refused(409, "STATE_CONFLICT", "c-consent", "consents", consent("newsletter", "WITHDRAWN", ""));
        refused(422, "PURPOSE_NOT_VOLUNTARY", "c-consent", "consents", consent("service", "WITHDRAWN", ""));
        refused(422, "PURPOSE_UNKNOWN", "c-consent", "consents", consent("nothing", "GIVEN", ""));
        refused(409, "NOT_BOUND", "c-nobody", "consents", consent("newsletter", "GIVEN", ""));
        refused(
                404,
                "TERMS_UNKNOWN",
                "c-consent",
                "consents",
                consent("newsletter", "GIVEN", "").replace(Desknets.TERMS, "nothing"));
    }

    @Test
    @DisplayName("同じ鍵の判断は一度だけ記録する")
    void recordsARepeatedConsentOnce() {
        accept("c-repeat");
        var body = consent("newsletter", "GIVEN", "");
        var first = PRODUCT.post("/api/v1/customers/c-repeat/consents", body, "Idempotency-Key", "same");
        var again = PRODUCT.post("/api/v1/customers/c-repeat/consents", body, "Idempotency-Key", "same");
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.text("recordId")).isEqualTo(first.text("recordId"));
    }

    @Test
    @DisplayName("退会は記録となり、二度はできず、同意すれば復帰する")
    void recordsADeparture() {
        refused(409, "NOT_BOUND", "c-leaves", "departure", "{}");
        accept("c-leaves");
        var left = created(post("c-leaves", "departure", "{}"));
        assertThat(left.json().get("termsId").isNull()).isTrue();
        assertThat(left.json().get("edition").isNull()).isTrue();
        refused(409, "CUSTOMER_LEFT", "c-leaves", "departure", "{}");
        refused(409, "CUSTOMER_LEFT", "c-leaves", "consents", consent("newsletter", "GIVEN", ""));
        accept("c-leaves");
        created(post("c-leaves", "consents", consent("newsletter", "GIVEN", "")));
        created(post("c-leaves", "departure", "{\"termsId\":\"desknets-cloud\",\"channel\":\"PHONE\"}"));
        refused(404, "TERMS_UNKNOWN", "c-leaves", "departure", "{\"termsId\":\"nothing\"}");
    }

    @Test
    @DisplayName("新しい版の製品が記録した事実があれば、読み飛ばして決めることはしない")
    void decidesNothingWhereANewerReleaseHasRecorded() {
        accept("c-newer");
        var given = created(post("c-newer", "consents", consent("newsletter", "GIVEN", "")));
        accept("c-older");
        setRevision(given.text("eventId"), 2);

        refused(503, "UNAVAILABLE", "c-newer", "consents", consent("newsletter", "WITHDRAWN", ""));
        refused(503, "UNAVAILABLE", "c-newer", "departure", "{}");
        created(post("c-older", "consents", consent("newsletter", "GIVEN", "")));

        setRevision(given.text("eventId"), 1);
        created(post("c-newer", "consents", consent("newsletter", "WITHDRAWN", "")));
    }

    private static void setRevision(String eventId, int revision) {
        new TransactionTemplate(PRODUCT.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            var database = PRODUCT.database();
            database.sql("set local session_replication_role = replica").update();
            database.sql("update ledger.event set payload_revision = ? where event_id = ?::uuid")
                    .params(Integer.toString(revision), eventId)
                    .update();
        });
    }

    @Test
    @DisplayName("命令の側が前に読んだ約款の後に版が公開されていれば、それを含めて決める")
    void decidesByEditionsThatWerePublishedSinceTermsWereRead() {
        var terms = "moves-on";
        created(PRODUCT.post("/api/v1/terms", Desknets.registration(terms)));
        publish(terms, 1, "一", "2019-07-30", "INITIAL");
        created(post("c-known", "acceptances", acceptance(terms, 1, "一")));
        refused(404, "EDITION_UNKNOWN", "c-known", "acceptances", acceptance(terms, 2, "二"));

        publish(terms, 2, "二", "2020-02-21", "ACCEPTANCE");

        refused(409, "EDITION_SUPERSEDED", "c-known", "acceptances", acceptance(terms, 1, "一"));
        created(post("c-known", "acceptances", acceptance(terms, 2, "二")));
        publish(terms, 3, "三", "2021-02-21", "ACCEPTANCE");
        created(post("c-unknown", "acceptances", acceptance(terms, 3, "三")));
        refused(409, "EDITION_SUPERSEDED", "c-unknown", "acceptances", acceptance(terms, 2, "二"));
    }

    private static void publish(String terms, int edition, String text, String effectiveOn, String procedure) {
        var path = "/api/v1/terms/" + terms + "/editions/" + edition;
        assertThat(PRODUCT.put(path, Desknets.draft(text, effectiveOn, procedure))
                        .status())
                .isEqualTo(200);
        created(PRODUCT.post(path + "/publication", "{}"));
    }

    private static String acceptance(String terms, int edition, String text) {
        return Desknets.acceptance(edition, text).replace(Desknets.TERMS, terms);
    }

    @Test
    @DisplayName("誤った記録は取り消せる。別のお客様の記録は、ないものと同じである")
    void annulsARecord() {
        var accepted = accept("c-mistake");
        var annulled = created(post("c-mistake", "annulments", annulment(accepted.text("recordId"))));
        assertThat(annulled.json().get("expressedAt").isNull()).isTrue();
        refused(409, "STATE_CONFLICT", "c-mistake", "annulments", annulment(accepted.text("recordId")));
        refused(404, "RECORD_UNKNOWN", "c-mistake", "annulments", annulment(annulled.text("recordId")));
        refused(404, "RECORD_UNKNOWN", "c-mistake", "annulments", annulment("nothing"));
        refused(409, "NOT_BOUND", "c-mistake", "departure", "{}");

        var other = accept("c-other");
        refused(404, "RECORD_UNKNOWN", "c-mistake", "annulments", annulment(other.text("recordId")));
        var left = created(post("c-other", "departure", "{}"));
        created(post("c-other", "annulments", annulment(left.text("recordId"))));
        created(post("c-other", "consents", consent("newsletter", "GIVEN", "")));
    }

    @Test
    @DisplayName("表示した版への同意を、そのトークンで記録する")
    void recordsWhatWasShown() {
        var shown = PRODUCT.post("/api/v1/terms/desknets-cloud/presentations", "{}");
        assertThat(shown.status()).isEqualTo(201);
        assertThat(shown.json().path("edition").asInt()).isEqualTo(13);
        assertThat(shown.text("text")).isEqualTo("十三");
        assertThat(shown.json().at("/purposes/1/purposeId").asString()).isEqualTo("newsletter");
        assertThat(shown.json().path("decisionRequired").asBoolean(true)).isFalse();
        var accepted = created(post("c-shown", "acceptances", presented(shown.text("token"), "")));
        assertThat(accepted.json().path("edition").asInt()).isEqualTo(13);

        var older = PRODUCT.post("/api/v1/terms/desknets-cloud/presentations", "{\"edition\":12}");
        refused(409, "EDITION_SUPERSEDED", "c-shown", "acceptances", presented(older.text("token"), ""));
        created(post("c-shown", "refusals", presented(shown.text("token"), "")));
        refused(422, "PRESENTATION_INVALID", "c-shown", "acceptances", presented(shown.text("token") + "A", ""));
        var both = presented(shown.text("token"), ",\"termsId\":\"desknets-cloud\"");
        assertThat(refused(400, "MALFORMED", "c-shown", "acceptances", both).text("pointer"))
                .isEqualTo("/presentation");
    }

    @Test
    @DisplayName("ない版、公開前の版は表示できない")
    void presentsOnlyWhatIsPublished() {
        PRODUCT.refused(404, "TERMS_UNKNOWN", () -> PRODUCT.post("/api/v1/terms/nothing/presentations", "{}"));
        PRODUCT.refused(404, "EDITION_UNKNOWN", () -> present("{\"edition\":99}"));
        PRODUCT.refused(409, "EDITION_NOT_PUBLISHED", () -> present("{\"edition\":14}"));
        PRODUCT.refused(400, "MALFORMED", () -> present("{\"edition\":\"13\"}"));
    }

    @Test
    @DisplayName("代理人には権限が、担当者には理由が必要である")
    void asksOnWhatAuthoritySomebodyElseActs() {
        accept("c-actor");
        var representative = consent("newsletter", "GIVEN", ",\"actor\":{\"kind\":\"REPRESENTATIVE\"}");
        assertThat(refused(400, "MALFORMED", "c-actor", "consents", representative)
                        .text("pointer"))
                .isEqualTo("/actor/authority");
        created(post(
                "c-actor",
                "consents",
                representative.replace("\"REPRESENTATIVE\"", "\"REPRESENTATIVE\",\"authority\":\"取締役\"")));
        assertThat(refused(400, "MALFORMED", "c-actor", "departure", "{\"actor\":{\"kind\":\"STAFF\"}}")
                        .text("pointer"))
                .isEqualTo("/actor/reason");
    }

    private static Answer accept(String customer) {
        return created(post(customer, "acceptances", Desknets.acceptance(13, "十三")));
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    private static Answer refused(int status, String code, String customer, String what, String body) {
        return PRODUCT.refused(status, code, () -> post(customer, what, body));
    }

    private static synchronized Answer post(String customer, String what, String body) {
        return PRODUCT.post("/api/v1/customers/" + customer + "/" + what, body, "Idempotency-Key", "key-" + keys++);
    }

    private static Answer present(String body) {
        return PRODUCT.post("/api/v1/terms/desknets-cloud/presentations", body);
    }

    private static String consent(String purpose, String decision, String more) {
        return String.format(
                Locale.ROOT,
                "{\"termsId\":\"%s\",\"purposeId\":\"%s\",\"decision\":\"%s\",\"channel\":\"APP\"%s}",
                Desknets.TERMS,
                purpose,
                decision,
                more);
    }

    private static String annulment(String recordId) {
        return String.format(Locale.ROOT, "{\"recordId\":\"%s\",\"reason\":\"誤入力\"}", recordId);
    }

    private static String presented(String token, String more) {
        return String.format(
                Locale.ROOT,
                "{\"presentation\":\"%s\",\"channel\":\"WEB\",\"actor\":{\"kind\":\"SELF\"}%s}",
                token,
                more);
    }
}

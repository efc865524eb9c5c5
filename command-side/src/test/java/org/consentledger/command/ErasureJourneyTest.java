package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.command.Desknets.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.command.customer.RetentionsDue;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErasureJourneyTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();
    private static final List<String> PLANTED = List.of("植木 花子", "委任 状", "203.0.113.77", "Planted/1.0", "控え書き");

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
        keeping("kept", "P3Y");
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("退会し、保全も保存期間もなければ、別の方の承認をもって消去される")
    void erasesAndKeepsTheFacts() {
        var accepted = post("e-1", "acceptances", personalAcceptance());
        post("e-1", "departure", "{}");
        var before = columnsOfEvents();

        var asked = post("e-1", "erasure", "{\"reason\":\"本人の申出\"}");
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
        var erasureId = asked.text("erasureId");
        assertThat(erasureId).isEqualTo(asked.text("recordId")).isNotEmpty();

        var erased = post("e-1", "erasure/" + erasureId + "/approval", "{}");

        assertThat(erased.status()).as(erased.response().body()).isEqualTo(201);
        assertThat(erased.text("erasureId")).isEqualTo(erasureId);
        assertThat(Instant.parse(erased.text("finalBy"))).isAfter(Instant.parse(erased.text("recordedAt")));
        assertThat(columnsOfEvents()).startsWith(before);
        assertThat(PRODUCT.database()
                        .sql("select count(*) from ledger.data_key where customer_id = 'e-1' and wrapped is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var opened =
                PRODUCT.ledger().opened(List.of(accepted.json().path("position").asLong()));
        assertThat(opened.toString()).doesNotContain(PLANTED).contains("name=null");
    }

    @Test
    @DisplayName("消去されたお客様については、もう何も記録しない")
    void recordsNothingMoreOfWhoIsErased() {
        post("e-2", "acceptances", personalAcceptance());
        post("e-2", "departure", "{}");
        var erasureId = post("e-2", "erasure", "{\"reason\":\"x\"}").text("erasureId");
        var erased =
                PRODUCT.post(path("e-2", "erasure/" + erasureId + "/approval"), "{}", "Idempotency-Key", "approval");

        for (var later : List.of("acceptances", "refusals")) {
            refused("CUSTOMER_ERASED", "e-2", later, acceptance(13, "十三"));
        }
        refused("CUSTOMER_ERASED", "e-2", "legal-holds", "{\"reason\":\"x\",\"matter\":\"y\"}");
        refused("CUSTOMER_ERASED", "e-2", "erasure", "{\"reason\":\"x\"}");

        var again =
                PRODUCT.post(path("e-2", "erasure/" + erasureId + "/approval"), "{}", "Idempotency-Key", "approval");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.text("eventId")).isEqualTo(erased.text("eventId"));
        assertThat(again.text("finalBy")).isEqualTo(erased.text("finalBy"));
        PRODUCT.refused(
                409,
                "CUSTOMER_ERASED",
                () -> PRODUCT.post(path("e-2", "acceptances"), acceptance(13, "十三"), "Idempotency-Key", "approval"));
    }

    @Test
    @DisplayName("拒む理由は、法的保全、退会前、保存期間中の順に告げる")
    void saysNoInTheOrderOfTheContract() {
        PRODUCT.post(path("e-3", "acceptances"), kept(), "Idempotency-Key", "a");
        var one = post("e-3", "legal-holds", "{\"reason\":\"訴訟\",\"matter\":\"事件一\"}");
        var two = post("e-3", "legal-holds", "{\"reason\":\"訴訟\",\"matter\":\"事件二\"}");
        assertThat(one.status()).isEqualTo(201);
        assertThat(one.text("holdId")).isEqualTo(one.text("recordId")).isNotEmpty();

        refused("LEGAL_HOLD", "e-3", "erasure", "{\"reason\":\"x\"}");
        release("e-3", one.text("holdId"));
        refused("LEGAL_HOLD", "e-3", "erasure", "{\"reason\":\"x\"}");
        release("e-3", two.text("holdId"));
        refused("STATE_CONFLICT", "e-3", "legal-holds/" + two.text("holdId") + "/release", "{\"reason\":\"x\"}");
        refused("STATE_CONFLICT", "e-3", "erasure", "{\"reason\":\"x\"}");
        post("e-3", "departure", "{\"expressedAt\":\"2026-01-31T10:00:00+09:00\"}");
        var running = refused("RETENTION_RUNNING", "e-3", "erasure", "{\"reason\":\"x\"}");
        assertThat(running.text("keptUntil")).isEqualTo("2029-01-31T01:00:00Z");
        assertThat(running.text("detail")).contains("2029-01-31");
    }

    @Test
    @DisplayName("知られていない保全や消去の番号は 404 である")
    void knowsOnlyWhatWasRecorded() {
        PRODUCT.refused(404, "RECORD_UNKNOWN", () -> post("e-4", "legal-holds/x/release", "{\"reason\":\"x\"}"));
        var unknown = PRODUCT.refused(404, "RECORD_UNKNOWN", () -> post("e-4", "erasure/x/approval", "{}"));
        assertThat(unknown.text("detail")).contains("この操作の対象となる記録").doesNotContain("退会");
        assertThat(refused("STATE_CONFLICT", "nobody", "erasure", "{\"reason\":\"x\"}")
                        .text("detail"))
                .contains("記録はなく");
    }

    @Test
    @DisplayName("保存期間の満了した方だけが挙げられ、消去を求めれば同じ規則で消去される")
    void namesAndErasesWhoseRetentionIsOver() {
        var retentions = PRODUCT.bean(RetentionsDue.class);
        for (var customer : List.of("r-over", "r-running", "r-held", "r-bound")) {
            post(customer, "acceptances", kept());
        }
        post("r-over", "departure", "{\"expressedAt\":\"2020-01-31T10:00:00+09:00\"}");
        post("r-running", "departure", "{\"expressedAt\":\"2026-01-31T10:00:00+09:00\"}");
        post("r-held", "departure", "{\"expressedAt\":\"2020-01-31T10:00:00+09:00\"}");
        var hold = post("r-held", "legal-holds", "{\"reason\":\"訴訟\",\"matter\":\"事件\"}");

        assertThat(hindrances(retentions))
                .containsEntry("r-over", "due")
                .containsEntry("r-running", "RETENTION_RUNNING")
                .containsEntry("r-held", "LEGAL_HOLD")
                .doesNotContainKey("r-bound");
        assertThat(retentions.erase(new CustomerId("r-over"))).isAfter(Instant.EPOCH);
        assertThatThrownBy(() -> retentions.erase(new CustomerId("r-held"))).isInstanceOf(CommandRejected.class);
        release("r-held", hold.text("holdId"));

        assertThat(hindrances(retentions)).doesNotContainKey("r-over").containsEntry("r-held", "due");
        refused("CUSTOMER_ERASED", "r-over", "acceptances", kept());
    }

    private static Map<String, String> hindrances(RetentionsDue retentions) {
        return retentions.departed().stream()
                .collect(Collectors.toMap(
                        customer -> customer.customerId().value(),
                        customer -> customer.hindrance() == null
                                ? "due"
                                : customer.hindrance().name()));
    }

    private static void release(String customer, String holdId) {
        assertThat(post(customer, "legal-holds/" + holdId + "/release", "{\"reason\":\"和解\"}")
                        .status())
                .isEqualTo(201);
    }

    private static Answer refused(String code, String customer, String what, String body) {
        return PRODUCT.refused(409, code, () -> post(customer, what, body));
    }

    private static Answer post(String customer, String what, String body) {
        return PRODUCT.post(path(customer, what), body, "Idempotency-Key", "k" + body.hashCode() + what.hashCode());
    }

    private static String path(String customer, String what) {
        return "/api/v1/customers/" + customer + "/" + what;
    }

    private static String personalAcceptance() {
        return String.format(
                Locale.ROOT,
                """
                {"termsId":"%s","edition":13,"digest":"%s","channel":"PHONE",
                 "actor":{"kind":"REPRESENTATIVE","name":"%s","authority":"%s"},
                 "evidence":{"ipAddress":"%s","userAgent":"%s","note":"%s"}}""",
                Desknets.TERMS,
                ContentDigest.of("十三"),
                PLANTED.get(0),
                PLANTED.get(1),
                PLANTED.get(2),
                PLANTED.get(3),
                PLANTED.get(4));
    }

    private static String columnsOfEvents() {
        return PRODUCT.database()
                .sql("select string_agg(encode(e.payload || l.hash || l.statement, 'hex'), ' ' order by e.position)"
                        + " from ledger.event e join ledger.leaf l using (position)")
                .query(String.class)
                .single();
    }

    /** Terms with one edition, whose purpose is kept for that period after leaving. */
    private static void keeping(String termsId, String period) {
        assertThat(PRODUCT.post("/api/v1/terms", Desknets.registration(termsId)).status())
                .isEqualTo(201);
        var draft = Desknets.draft("一", "2019-07-30", "INITIAL")
                .replaceFirst(
                        "\"mode\":\"WITH_TERMS\"", "\"mode\":\"WITH_TERMS\",\"keptAfterLeaving\":\"" + period + "\"");
        PRODUCT.put("/api/v1/terms/" + termsId + "/editions/1", draft);
        PRODUCT.post("/api/v1/terms/" + termsId + "/editions/1/publication", "{}");
    }

    private static String kept() {
        return String.format(Locale.ROOT, """
                {"termsId":"kept","edition":1,"digest":"%s","channel":"WEB","actor":{"kind":"SELF"},
                 "expressedAt":"2020-01-01T00:00:00Z",
                 "source":{"kind":"PAPER","reference":"r","datePrecision":"INSTANT"}}""", ContentDigest.of("一"));
    }
}

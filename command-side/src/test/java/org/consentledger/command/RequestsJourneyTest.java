package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.command.RunningCommandSide.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests and provisions as a client meets them. */
class RequestsJourneyTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();
    private static final String PLANTED = "個人の言葉";
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
    @DisplayName("請求は、受付から完了まで、一歩ずつ記録する")
    void goesStepByStep() {
        var received = created(post("r-1", "requests", "{\"kind\":\"DISCLOSURE\",\"details\":\"" + PLANTED + "\"}"));
        var request = "requests/" + received.text("requestId");
        assertThat(received.text("receipt")).startsWith("c2sp.org/tlog-proof@v1");
        refused(422, "IDENTITY_NOT_CONFIRMED", "r-1", request + "/fee", fee(true));
        refused(422, "IDENTITY_NOT_CONFIRMED", "r-1", request + "/decision", decision("GRANTED"));
        created(post("r-1", request + "/identity-check", check("NOT_CONFIRMED")));
        created(post("r-1", request + "/identity-check", check("CONFIRMED")));
        refused(409, "STATE_CONFLICT", "r-1", request + "/decision", decision("GRANTED"));
        created(post("r-1", request + "/fee", fee(false)));
        created(post("r-1", request + "/fee", fee(true)));
        var granted = created(post("r-1", request + "/decision", decision("GRANTED")));
        assertThat(granted.text("requestId")).isEqualTo(received.text("requestId"));
        refused(409, "STATE_CONFLICT", "r-1", request + "/lifting", "{\"reason\":\"x\"}");
        created(post("r-1", request + "/completion", "{}"));
        refused(409, "STATE_CONFLICT", "r-1", request + "/completion", "{}");
        refused(404, "REQUEST_UNKNOWN", "r-other", request + "/completion", "{}");
    }

    @Test
    @DisplayName("同じ鍵の請求と手続は一度だけ記録する")
    void recordsARepeatedStepOnce() {
        var body = "{\"kind\":\"SUSPENSION_OF_USE\"}";
        var first = PRODUCT.post("/api/v1/customers/r-2/requests", body, "Idempotency-Key", "same");
        var again = PRODUCT.post("/api/v1/customers/r-2/requests", body, "Idempotency-Key", "same");
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.text("requestId")).isEqualTo(first.text("requestId"));
        var step = "/api/v1/customers/r-2/requests/" + first.text("requestId") + "/identity-check";
        var checked = PRODUCT.post(step, check("CONFIRMED"), "Idempotency-Key", "check");
        assertThat(PRODUCT.post(step, check("CONFIRMED"), "Idempotency-Key", "check")
                        .text("eventId"))
                .isEqualTo(checked.text("eventId"));
    }

    @Test
    @DisplayName("形の正しくない請求は拒む")
    void saysWhatIsMalformed() {
        pointer("/kind", "requests", "{\"kind\":\"DELETION\"}");
        pointer("/kind", "requests", "{}");
        var id = created(post("r-3", "requests", "{\"kind\":\"CORRECTION\"}")).text("requestId");
        pointer("/method", "requests/" + id + "/identity-check", "{\"outcome\":\"CONFIRMED\"}");
        pointer("/amount", "requests/" + id + "/fee", fee(true).replace("500", "-1"));
        pointer("/amount", "requests/" + id + "/fee", fee(true).replace("500", "1.5"));
        pointer("/currency", "requests/" + id + "/fee", fee(true).replace("JPY", "YEN"));
        pointer("/reason", "requests/" + id + "/decision", "{\"outcome\":\"DECLINED\"}");
        refused(
                422,
                "EXPRESSED_IN_FUTURE",
                "r-3",
                "requests",
                "{\"kind\":\"CORRECTION\",\"expressedAt\":\"9999-01-01T00:00:00Z\"}");
    }

    @Test
    @DisplayName("第三者提供は、許否とともに記録する")
    void recordsAProvision() {
        var body = "{\"recipient\":\"" + PLANTED + "\",\"dataItems\":[\"" + PLANTED
                + "\"],\"purposeId\":\"service\",\"providedAt\":\"2026-01-01T00:00:00Z\"}";
        var provided = created(post("r-4", "provisions", body));
        assertThat(provided.json().path("permitted").asBoolean()).isFalse();
        assertThat(provided.text("termsId")).isEqualTo(Desknets.TERMS);
        assertThat(provided.json().path("consent").isNull()).isTrue();
        refused(422, "PURPOSE_UNKNOWN", "r-4", "provisions", body.replace("service", "sale"));
        pointer("/dataItems", "provisions", body.replace("\"" + PLANTED + "\"]", "]"));
        pointer("/providedAt", "provisions", body.replace(",\"providedAt\":\"2026-01-01T00:00:00Z\"", ""));
    }

    @Test
    @DisplayName("個人の言葉は、暗号のほかには台帳にない")
    void sealsWhatCouldNameAPerson() {
        created(post("r-5", "requests", "{\"kind\":\"DISCLOSURE\",\"details\":\"" + PLANTED + "\"}"));
        assertThat(PRODUCT.database()
                        .sql("select convert_from(payload, 'UTF8') from ledger.event")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(PLANTED));
    }

    @Test
    @DisplayName("消去されたお客様の請求は受け付けない")
    void takesNothingOfWhoIsErased() {
        var request = created(post("r-6", "requests", "{\"kind\":\"DISCLOSURE\"}"));
        var erasure = post("r-6", "erasure", "{\"reason\":\"x\"}").text("erasureId");
        assertThat(post("r-6", "erasure/" + erasure + "/approval", "{}").status())
                .isEqualTo(201);
        for (var later : List.of("requests", "requests/" + request.text("requestId") + "/identity-check")) {
            var body = later.equals("requests") ? "{\"kind\":\"DISCLOSURE\"}" : check("CONFIRMED");
            refused(409, "CUSTOMER_ERASED", "r-6", later, body);
        }
    }

    private static String check(String outcome) {
        return "{\"outcome\":\"" + outcome + "\",\"method\":\"" + PLANTED
                + "\",\"actor\":{\"kind\":\"STAFF\",\"name\":\"" + PLANTED + "\"}}";
    }

    private static String fee(boolean paid) {
        return "{\"paid\":" + paid + ",\"amount\":500,\"currency\":\"JPY\"}";
    }

    private static String decision(String outcome) {
        return "{\"outcome\":\"" + outcome + "\",\"reason\":\"" + PLANTED + "\"}";
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    private static void refused(int status, String code, String customer, String what, String body) {
        PRODUCT.refused(status, code, () -> post(customer, what, body));
    }

    private static void pointer(String pointer, String what, String body) {
        assertThat(PRODUCT.refused(400, "MALFORMED", () -> post("r-3", what, body))
                        .text("pointer"))
                .isEqualTo(pointer);
    }

    private static synchronized Answer post(String customer, String what, String body) {
        return PRODUCT.post("/api/v1/customers/" + customer + "/" + what, body, "Idempotency-Key", "key-" + keys++);
    }
}

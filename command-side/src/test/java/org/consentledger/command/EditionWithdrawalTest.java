package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.Desknets.EDITIONS;
import static org.consentledger.command.Desknets.acceptance;
import static org.consentledger.command.Desknets.draft;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.events.terms.EditionWithdrawn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditionWithdrawalTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();

    @BeforeAll
    static void publish() {
        Desknets.publish(PRODUCT);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("施行前の版は、同意した人がいても撤回できる。その後は同意できず、番号は再び使えない")
    void withdrawsWhatHasNotTakenEffect() {
        publishAs(20, "二十", "2090-01-01");
        assertThat(accept("early", 20, "二十").status()).isEqualTo(201);

        var answer = withdraw(20);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.text("reason")).isEqualTo("施行日の誤り");
        var event = PRODUCT.ledger()
                .event(Long.parseLong(answer.header("Ledger-Position")))
                .orElseThrow();
        assertThat(event.payload()).isInstanceOf(EditionWithdrawn.class);
        assertThat(answer.text("eventId")).isEqualTo(event.eventId());
        PRODUCT.refused(409, "EDITION_WITHDRAWN", () -> accept("late", 20, "二十"));
        PRODUCT.refused(409, "EDITION_WITHDRAWN", () -> withdraw(20));
        PRODUCT.refused(
                409, "EDITION_WITHDRAWN", () -> PRODUCT.put(EDITIONS + 20, draft("改", "2090-01-01", "ACCEPTANCE")));
        PRODUCT.refused(409, "EDITION_WITHDRAWN", () -> PRODUCT.post(EDITIONS + "20/publication", "{}"));
        PRODUCT.refused(409, "EDITION_WITHDRAWN", () -> PRODUCT.post(EDITIONS + "20/notices", """
                {"channel":"WEB","postedAt":"2020-01-01T00:00:00Z"}"""));
    }

    @Test
    @DisplayName("撤回した版の本文と施行日は、別の番号で公開し直せる")
    void letsTheTextComeAgainUnderAnotherNumber() {
        publishAs(30, "三十", "2091-01-01");
        assertThat(withdraw(30).status()).isEqualTo(201);
        publishAs(31, "三十", "2091-01-01");
        assertThat(withdraw(31).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("効力を生じた版は、記録が示していれば撤回できず、なければ撤回できる")
    void keepsWhatARecordNames() {
        publishAs("in-force", 1, "一", "2021-01-01");
        publishAs("in-force", 2, "二", "2022-01-01");
        assertThat(act("refusals", "in-force", "somebody", 2, "二").status()).isEqualTo(201);
        var path = "/api/v1/terms/in-force/editions/";

        var refused = PRODUCT.refused(409, "STATE_CONFLICT", () -> withdraw(path, 2));
        assertThat(refused.text("detail")).contains("記録");
        assertThat(withdraw(path, 1).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("公開していない版は撤回できず、撤回には理由が要る")
    void withdrawsOnlyWhatIsPublished() {
        PRODUCT.refused(409, "EDITION_NOT_PUBLISHED", () -> withdraw(14));
        PRODUCT.refused(404, "EDITION_UNKNOWN", () -> withdraw(99));
        PRODUCT.refused(404, "TERMS_UNKNOWN", () -> withdraw("/api/v1/terms/nowhere/editions/", 1));
        PRODUCT.refused(400, "MALFORMED", () -> PRODUCT.post(EDITIONS + "12/withdrawal", "{\"reason\":\" \"}"));
        PRODUCT.refused(400, "MALFORMED", () -> PRODUCT.post(EDITIONS + "12/withdrawal", "{}"));
    }

    @Test
    @DisplayName("撤回と同意が同時に来ても、両方が記録されることはない")
    void neverRecordsBothAWithdrawalAndAnAcceptance() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 30; round++) {
                var terms = "race-" + round;
                publishAs(terms, 1, "一", "2021-01-01");
                var barrier = new CyclicBarrier(2);
                var answers = threads.invokeAll(List.of(
                        after(barrier, () -> withdraw("/api/v1/terms/" + terms + "/editions/", 1)),
                        after(barrier, () -> act("acceptances", terms, "racer", 1, "一"))));
                int withdrawal = answers.getFirst().get().status();
                int acceptance = answers.getLast().get().status();
                assertThat(List.of(withdrawal, acceptance)).containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    private static Callable<Answer> after(CyclicBarrier barrier, Callable<Answer> request) {
        return () -> {
            barrier.await();
            return request.call();
        };
    }

    private static void publishAs(int number, String text, String effectiveOn) {
        publish(EDITIONS, number, text, effectiveOn);
    }

    private static void publishAs(String terms, int number, String text, String effectiveOn) {
        PRODUCT.post("/api/v1/terms", Desknets.registration(terms));
        publish("/api/v1/terms/" + terms + "/editions/", number, text, effectiveOn);
    }

    private static void publish(String editions, int number, String text, String effectiveOn) {
        assertThat(PRODUCT.put(editions + number, draft(text, effectiveOn, "ACCEPTANCE"))
                        .status())
                .isEqualTo(200);
        var published = PRODUCT.post(editions + number + "/publication", "{}");
        assertThat(published.status()).as(published.response().body()).isEqualTo(201);
    }

    private static Answer withdraw(int number) {
        return withdraw(EDITIONS, number);
    }

    private static Answer withdraw(String editions, int number) {
        return PRODUCT.post(editions + number + "/withdrawal", "{\"reason\":\"施行日の誤り\"}");
    }

    private static Answer accept(String customer, int edition, String text) {
        return act("acceptances", Desknets.TERMS, customer, edition, text);
    }

    private static Answer act(String kind, String terms, String customer, int edition, String text) {
        return PRODUCT.post(
                "/api/v1/customers/" + customer + "/" + kind,
                acceptance(edition, text).replace(Desknets.TERMS, terms),
                "Idempotency-Key",
                terms + "-" + edition);
    }
}

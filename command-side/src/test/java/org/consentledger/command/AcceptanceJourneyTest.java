package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.events.agreement.EditionAccepted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AcceptanceJourneyTest {
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
    @DisplayName("同意は記録となり、記録はその出来事である")
    void answersARecord() {
        var answer = accept("c-record", "k", Desknets.acceptance(13, "十三"));

        assertThat(answer.status()).isEqualTo(201);
        var position = answer.json().path("position").asLong();
        var event = PRODUCT.ledger().event(position).orElseThrow();
        assertThat(answer.header("Ledger-Position")).isEqualTo(Long.toString(position));
        assertThat(answer.text("recordId")).isEqualTo(event.eventId());
        assertThat(answer.text("eventId")).isEqualTo(event.eventId());
        assertThat(answer.text("customerId")).isEqualTo("c-record");
        assertThat(answer.text("termsId")).isEqualTo(Desknets.TERMS);
        assertThat(answer.json().path("edition").asInt()).isEqualTo(13);
        assertThat(Instant.parse(answer.text("recordedAt"))).isEqualTo(event.recordedAt());
        assertThat(Instant.parse(answer.text("expressedAt")))
                .isEqualTo(((EditionAccepted) event.payload()).expressedAt());
        assertThat(answer.text("receipt")).startsWith("c2sp.org/tlog-proof@v1\nindex " + position + "\n");
    }

    @Test
    @DisplayName("同じ鍵の50の並行リクエストは、ひとつの出来事と等しい50の答えになる")
    void recordsParallelRepetitionsOnce() throws Exception {
        long before = PRODUCT.events();
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(() -> accept("c-parallel", "one-key", Desknets.acceptance(13, "十三")));
        }

        var answers = new HashSet<String>();
        int replays = 0;
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).isEqualTo(201);
                answers.add(withoutReceipt(answer.get()));
                replays += answer.get().header("Idempotent-Replay").equals("true") ? 1 : 0;
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(replays).isEqualTo(49);
        assertThat(PRODUCT.events()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("同じ鍵で別の内容は、409 である")
    void rejectsAnotherBodyUnderAUsedKey() {
        accept("c-reuse", "k", Desknets.acceptance(13, "十三"));
        long before = PRODUCT.events();

        var other = accept("c-reuse", "k", Desknets.acceptance(13, "十三", ",\"evidence\":{\"note\":\"x\"}"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(PRODUCT.events()).isEqualTo(before);
    }

    @Test
    @DisplayName("空白や項目の順序だけが違う本文は、同じリクエストである")
    void takesTheOrderOfMembersForNothing() {
        var digest = Desknets.acceptance(13, "十三").replaceAll(".*\"digest\":\"([^\"]+)\".*\\s*", "$1");
        var first = accept("c-order", "k", Desknets.acceptance(13, "十三"));
        var second = accept("c-order", "k", String.format(Locale.ROOT, """
                { "actor" : {"kind":"SELF"}, "channel":"WEB",
                  "digest":"%s","edition":13,"termsId":"desknets-cloud"}""", digest));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(second.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        assertThat(withoutReceipt(second)).isEqualTo(withoutReceipt(first));
        assertThat(second.text("receipt")).startsWith("c2sp.org/tlog-proof@v1\nindex ");
    }

    @Test
    @DisplayName("鍵はお客様ごとである。同じ鍵を別のお客様が使える")
    void givesEachCustomerItsOwnKeys() {
        var one = accept("c-one", "shared", Desknets.acceptance(13, "十三"));
        var two = accept("c-two", "shared", Desknets.acceptance(13, "十三"));

        assertThat(two.status()).isEqualTo(201);
        assertThat(two.header("Idempotent-Replay")).isEmpty();
        assertThat(two.text("recordId")).isNotEqualTo(one.text("recordId"));
    }

    @Test
    @DisplayName("拒まれたリクエストは鍵を使わない")
    void leavesTheKeyFreeAfterARejection() {
        assertThat(accept("c-free", "k", Desknets.acceptance(13, "違う本文")).status())
                .isEqualTo(409);
        assertThat(accept("c-free", "k", Desknets.acceptance(13, "十三")).status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("同意と不同意は、同じ鍵でも別のリクエストである")
    void tellsARefusalFromAnAcceptance() {
        accept("c-kind", "k", Desknets.acceptance(13, "十三"));
        var refusal = PRODUCT.post(
                "/api/v1/customers/c-kind/refusals", Desknets.acceptance(13, "十三"), "Idempotency-Key", "k");
        assertThat(refusal.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(PRODUCT.post(
                                "/api/v1/customers/c-kind/refusals",
                                Desknets.acceptance(13, "十三"),
                                "Idempotency-Key",
                                "k2")
                        .status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("過去の同意は、出典と共に取り込める")
    void takesOverThePast() {
        var answer = accept("c-past", "k", Desknets.acceptance(12, "十二", """
                ,"expressedAt":"2019-08-01T09:00:00+09:00",
                "source":{"kind":"PAPER","reference":"folder 7","datePrecision":"DAY"}"""));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("expressedAt")).isEqualTo("2019-08-01T00:00:00Z");
    }

    @Test
    @DisplayName("並行する異なる同意は、ひとつも失われない")
    void losesNoneOfManyCompetingAcceptances() throws Exception {
        long before = PRODUCT.events();
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = "k" + i;
            requests.add(() -> accept("c-busy", key, Desknets.acceptance(13, "十三")));
        }
        var records = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(40)) {
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).isEqualTo(201);
                records.add(answer.get().text("recordId"));
            }
        }
        assertThat(records).hasSize(40);
        assertThat(PRODUCT.events()).isEqualTo(before + 40);
    }

    private static Answer accept(String customer, String key, String body) {
        return PRODUCT.post("/api/v1/customers/" + customer + "/acceptances", body, "Idempotency-Key", key);
    }

    private static String withoutReceipt(Answer answer) {
        var json = (ObjectNode) answer.json();
        json.remove("receipt");
        return json.toString();
    }
}

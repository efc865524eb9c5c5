package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.consentledger.events.Decision;
import org.consentledger.events.terms.Change;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.standing.CustomerFact.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayTest {
    private static final Instant AUGUST = Instant.parse("2019-08-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2020-06-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given(@TempDir Path keys) {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        application.record(
                Facts.registered("t"),
                Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL),
                Facts.accepted("t", "c", 1, AUGUST, Map.of("newsletter", Decision.GIVEN)),
                Facts.accepted("t", "somebody-else", 1, "2019-08-02T00:00:00Z"),
                Facts.drafted("t", 2, "2020-02-21", Change.Procedure.NOTICE),
                Facts.published("t", 2, "2020-02-21", Change.Procedure.NOTICE),
                Facts.accepted("other", "c", 1, "2019-08-01T00:00:00Z"));
        application.record(Facts.decided("t", "c", "newsletter", Outcome.WITHDRAWN, JUNE));
        application.record(Facts.left(null, "c", Instant.parse("2021-03-01T00:00:00Z")));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static JsonNode replay(String customer, String at, String knownAt) {
        var answer = application.post(
                "/api/v1/replays",
                "{\"customerId\":\"" + customer + "\",\"termsId\":\"t\",\"at\":\"" + at + "\",\"knownAt\":\"" + knownAt
                        + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String changes(JsonNode step) {
        return step.path("changed")
                .valueStream()
                .map(change -> change.path("what").stringValue())
                .toList()
                .toString();
    }

    @Test
    @DisplayName("台帳そのものから計算した答えは、投影の答えと一致する")
    void computesTheAnswerOfTheProjectionFromTheLedgerItself() {
        var replay = replay("c", "2020-12-01T00:00:00Z", "position:10");
        assertThat(replay.path("agrees").booleanValue()).isTrue();
        assertThat(replay.path("replayed"))
                .isEqualTo(json(application.get(
                        "/api/v1/customers/c/standing?termsId=t&at=2020-12-01T00:00:00Z&knownAt=position:10")))
                .isEqualTo(replay.path("projected"));
        assertThat(replay.path("replayed").path("edition").path("number").intValue())
                .isEqualTo(2);
        assertThat(replay.path("verification").path("verified").booleanValue()).isTrue();
        assertThat(replay.path("verification").path("events").intValue()).isEqualTo(7);
    }

    @Test
    void showsWhatEachFactChanged() {
        var steps = replay("c", "2020-12-01T00:00:00Z", "position:10").path("steps");
        assertThat(steps.valueStream().map(step -> step.path("position").longValue()))
                .containsExactly(0L, 1L, 2L, 5L, 7L, 9L);
        assertThat(changes(steps.get(0))).isEqualTo("[]");
        assertThat(changes(steps.get(2)))
                .isEqualTo("[edition, binding, purpose:law, purpose:newsletter, purpose:service, due]");
        assertThat(changes(steps.get(4))).isEqualTo("[purpose:newsletter]");
        var newsletter = steps.get(4).path("changed").get(0);
        assertThat(newsletter.path("before").path("state").stringValue()).isEqualTo("CONSENTED");
        assertThat(newsletter.path("after").path("state").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(steps.get(5).path("event").stringValue()).isEqualTo("customer.CustomerLeft");
        assertThat(changes(steps.get(5))).isEqualTo("[]");
    }

    @Test
    void answersAsKnownThen() {
        var replay = replay("c", "2020-12-01T00:00:00Z", "position:5");
        assertThat(replay.path("replayed").path("edition").path("number").intValue())
                .isEqualTo(1);
        assertThat(replay.path("replayed").path("ledgerSize").longValue()).isEqualTo(5);
        assertThat(replay.path("agrees").booleanValue()).isTrue();
    }

    @Test
    void agreesAboutACustomerOfWhomNothingIsKnown() {
        var replay = replay("nobody", "2020-12-01T00:00:00Z", "position:10");
        assertThat(replay.path("agrees").booleanValue()).isTrue();
        assertThat(replay.path("replayed").path("binding").path("mode").stringValue())
                .isEqualTo("NONE");
        assertThat(replay.path("steps").size()).isEqualTo(3);
    }

    @Test
    @DisplayName("投影が台帳と違えば、そう言う")
    void saysWhereTheProjectionSaysSomethingElse() {
        application.record(Facts.accepted("t", "rewritten", 1, AUGUST, Map.of("newsletter", Decision.GIVEN)));
        long size = application.record(Facts.decided(
                "t", "rewritten", "newsletter", Outcome.WITHDRAWN, Instant.parse("2019-09-01T00:00:00Z")));
        replay("rewritten", "2020-01-01T00:00:00Z", "position:" + size);
        application
                .jdbc()
                .sql("delete from " + application.table("standing", "standing_customer_fact")
                        + " where customer_id = 'rewritten' and kind = 'DECIDED'")
                .update();

        var replay = replay("rewritten", "2020-01-01T00:00:00Z", "position:" + size);

        assertThat(replay.path("agrees").booleanValue()).isFalse();
        assertThat(state(replay.path("replayed"))).isEqualTo("WITHDRAWN");
        assertThat(state(replay.path("projected"))).isEqualTo("CONSENTED");
        assertThat(replay.path("verification").path("verified").booleanValue()).isTrue();
    }

    private static String state(JsonNode answer) {
        return answer.path("purposes")
                .valueStream()
                .filter(purpose -> purpose.path("purposeId").stringValue().equals("newsletter"))
                .findFirst()
                .orElseThrow()
                .path("state")
                .stringValue();
    }

    @Test
    @DisplayName("台帳の事実が書き換えられていれば、そう言い、一致するとは答えない")
    void saysWhichEventIsNotTheOneThatWasRecorded() {
        long size =
                application.record(Facts.accepted("t", "forged", 1, AUGUST, Map.of("newsletter", Decision.REFUSED)));
        replay("forged", "2020-01-01T00:00:00Z", "position:" + size);
        application.withoutGuards("""
                update ledger.event set payload = convert_to(replace(convert_from(payload, 'UTF8'), 'REFUSED', 'GIVEN'), 'UTF8')
                where aggregate_id = 'agreement:t:forged'""");

        var replay = replay("forged", "2020-01-01T00:00:00Z", "position:" + size);

        assertThat(replay.path("agrees").booleanValue()).isFalse();
        var verification = replay.path("verification");
        assertThat(verification.path("verified").booleanValue()).isFalse();
        assertThat(verification.path("findings").get(0).path("damage").stringValue())
                .isEqualTo("PAYLOAD_CHANGED");
        assertThat(verification.path("findings").get(0).path("position").longValue())
                .isEqualTo(size - 1);
    }

    @Test
    void refusesABodyThatIsNoQuestion() {
        assertThat(pointer("[]")).isEqualTo("");
        assertThat(pointer("{\"customerId\":\"c\"}")).isEqualTo("/termsId");
        assertThat(pointer("{\"customerId\":\"c\",\"termsId\":1}")).isEqualTo("/termsId");
        assertThat(pointer("{\"customerId\":\"c\",\"termsId\":\"t\",\"on\":\"2020-01-01\"}"))
                .isEqualTo("/on");
        assertThat(pointer("{\"customerId\":\"c\",\"termsId\":\"t\",\"at\":\"yesterday\"}"))
                .isEqualTo("/at");
        assertThat(pointer("{\"customerId\":\"c\",\"termsId\":\"t\",\"knownAt\":\"position:x\"}"))
                .isEqualTo("/knownAt");
    }

    private static String pointer(String body) {
        var answer = application.post("/api/v1/replays", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer).path("pointer").stringValue();
    }

    @Test
    void knowsNoSuchTerms() {
        var answer = application.post("/api/v1/replays", "{\"customerId\":\"c\",\"termsId\":\"unheard-of\"}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").stringValue()).isEqualTo("TERMS_UNKNOWN");
    }
}

package org.consentledger.query.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.accepted;
import static org.consentledger.query.Facts.decided;
import static org.consentledger.query.Facts.published;
import static org.consentledger.query.Facts.registered;
import static org.consentledger.standing.CustomerFact.Outcome.GIVEN;
import static org.consentledger.standing.CustomerFact.Outcome.WITHDRAWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A day on which a customer changed his mind hundreds, and another one thousands of times. */
class DayInPartsTest {
    private static final String DAY = "termsId=t&on=2020-01-10";
    private static final Instant NOON = Instant.parse("2020-01-10T03:00:00Z");
    private static final int SOME = 120;
    private static final int MANY = 4_000;
    private static final int SHORT_ENOUGH = 40_000;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("t"), published("t", 12, "2019-07-30", INITIAL));
        application.record(decisions("some", SOME));
        application.record(decisions("many", MANY));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> application
                                .get("/api/v1/customers/many/standing?termsId=t")
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Object[] decisions(String customer, int number) {
        return Stream.concat(
                        Stream.of(accepted("t", customer, 12, "2019-08-01T00:00:00Z")),
                        IntStream.range(0, number)
                                .mapToObj(i -> decided(
                                        "t",
                                        customer,
                                        "newsletter",
                                        i % 2 == 0 ? GIVEN : WITHDRAWN,
                                        NOON.plusSeconds(i))))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 121, 500})
    @DisplayName("一日の部分を続けて読めば、一度に読んだのと同じになる")
    void partsAreTheWholeDay(int limit) {
        var read = new ArrayList<JsonNode>();
        var answer = day("some", DAY + "&limit=" + limit);
        answer.get("parts").forEach(read::add);
        while (!answer.get("next").isNull()) {
            answer = day(
                    "some",
                    DAY + "&limit=" + limit + "&cursor=" + answer.get("next").stringValue());
            assertThat(answer.get("parts").size()).isBetween(1, limit);
            answer.get("parts").forEach(read::add);
        }

        var whole = day("some", DAY);
        assertThat(whole.get("next").isNull()).isTrue();
        assertThat(whole.get("parts")).hasSize(SOME + 1);
        assertThat(read).isEqualTo(List.copyOf(whole.get("parts").values()));
    }

    @Test
    @DisplayName("何千もの事実がある日でも、頼まれただけの部分しか答えない")
    void isNoLongerThanWasAskedFor() {
        var answer = application.get("/api/v1/customers/many/standing?" + DAY + "&limit=10");

        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(SHORT_ENOUGH);
        assertThat(json(answer).get("parts")).hasSize(10);
        assertThat(json(answer).at("/parts/9/until").stringValue()).isEqualTo("2020-01-10T03:00:09Z");
        assertThat(json(answer).get("next").isNull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "termsId=t&limit=10",
                "termsId=t&cursor=MjAyMC0wMS0xMFQwMzowMDowOVo",
                "termsId=t&on=2020-01-11&cursor=MjAyMC0wMS0xMFQwMzowMDowOVo",
                "termsId=t&on=2020-01-10&cursor=bm9vbg"
            })
    @DisplayName("日を問わない続きも、別の日の続きもない")
    void knowsNoPartsOfAnythingElse(String question) {
        assertThat(application
                        .get("/api/v1/customers/some/standing?" + question)
                        .statusCode())
                .isEqualTo(400);
    }

    private static JsonNode day(String customer, String question) {
        var answer = application.get("/api/v1/customers/" + customer + "/standing?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}

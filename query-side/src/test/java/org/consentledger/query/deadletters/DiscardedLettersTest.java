package org.consentledger.query.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.AskedApplication.json;

import java.time.Duration;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** One dead letter, from its discarding to the rebuild that brings its event in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscardedLettersTest {
    private static final String LETTERS = "/actuator/deadletters/standing";
    private static final String STANDING = "/api/v1/customers/poisoned/standing?termsId=alpha";
    private static final String POISON = " add constraint poison check (customer_id <> 'poisoned') not valid";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(Facts.registered("alpha"), Facts.published("alpha", 1, "2024-01-01", Procedure.INITIAL));
        application.jdbc().sql("alter table " + kept() + POISON).update();
        application
                .jdbc()
                .sql("alter table query.standing_customer_fact" + POISON)
                .update();
        application.record(Facts.accepted("alpha", "poisoned", 1, "2025-01-01T00:00:00Z"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static String kept() {
        return application.table("standing", "standing_customer_fact");
    }

    private static JsonNode letter() {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> json(application.get(LETTERS)).get("deadLetters"), found -> !found.isEmpty())
                .get(0);
    }

    private static int discard(String eventId, String because) {
        return application
                .post(LETTERS + "/" + eventId, "{\"discardBecause\":\"" + because + "\"}")
                .statusCode();
    }

    private static double figure(String name) {
        return application.figure(name, "standing");
    }

    private static JsonNode rebuild() {
        return json(application.get("/actuator/projections/standing")).get("rebuild");
    }

    @Test
    @Order(1)
    void takesAReferenceForAReasonAndKnowsNoOtherLetter() {
        var eventId = letter().get("eventId").stringValue();
        assertThat(discard(eventId, "because Mr Yamada said so")).isEqualTo(400);
        assertThat(application
                        .post("/actuator/deadletters/standing", "{\"customerId\":\"a@example.com\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(discard("01a209ff-07af-70b6-bc91-c1f6b891346a", "INC-2041")).isEqualTo(404);
        assertThat(application.post(LETTERS + "/" + eventId, "").statusCode()).isEqualTo(400);
        assertThat(application.post("/actuator/deadletters/none", "").statusCode())
                .isEqualTo(404);
        assertThat(application.get("/actuator/deadletters/none").statusCode()).isEqualTo(404);
        assertThat(application.getOnce(STANDING).statusCode()).isEqualTo(503);
    }

    @Test
    @Order(2)
    @DisplayName("除外した事実を抜いて答え、除外したことは残る")
    void answersWithoutWhatWasDiscarded() {
        assertThat(discard(letter().get("eventId").stringValue(), "INC-2041")).isEqualTo(200);

        assertThat(json(application.get(STANDING)).at("/binding/mode").stringValue())
                .isEqualTo("NONE");
        assertThat(letter().at("/discarded/because").stringValue()).isEqualTo("INC-2041");
        assertThat(letter().at("/discarded/by").stringValue()).isNotEmpty();
        assertThat(figure("projection_dead_letters")).isZero();
        assertThat(figure("projection_discarded_letters")).isOne();
    }

    @Test
    @Order(3)
    @DisplayName("作り直しも同じ事実を読めなければ、そう言い、古いものが答え続ける")
    void serveOnWhileARebuildMeetsTheSameEvent() {
        assertThat(application.post("/actuator/projections/standing", "").statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> rebuild().at("/fault").isString());

        assertThat(rebuild().get("state").stringValue()).isEqualTo("BUILDING");
        assertThat(rebuild().get("fault").stringValue()).doesNotContain("poisoned");
        assertThat(application.getOnce(STANDING).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    @DisplayName("原因がなくなれば、作り直しで事実が戻り、除外の記録は消える")
    void comesBackByARebuild() {
        int next = rebuild().get("generation").intValue();
        application
                .jdbc()
                .sql("alter table query_standing_" + next + ".standing_customer_fact drop constraint poison")
                .update();

        assertThat(application.rebuilt("standing").get("state").stringValue()).isEqualTo("SWAPPED");
        assertThat(json(application.get(STANDING)).at("/binding/mode").stringValue())
                .isEqualTo("ACCEPTED");
        assertThat(json(application.get(LETTERS)).get("deadLetters")).isEmpty();
        assertThat(figure("projection_discarded_letters")).isZero();
    }
}

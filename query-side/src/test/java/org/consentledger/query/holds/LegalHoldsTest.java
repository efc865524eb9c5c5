package org.consentledger.query.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LegalHoldsTest {
    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void start() {
        application = AskedApplication.start();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("保全の台帳は、並び立つ保全を件名とともに示し、解除されたものも残す")
    void tellsEveryHoldAndWhichStand() {
        var customer = new CustomerId("held");
        application.record(new LegalHoldPlaced(customer, "訴訟", "事件一"), new LegalHoldPlaced(customer, "調停", "事件二"));
        var first = holds("held", "").get("items").get(0);
        long before = application.record(
                new LegalHoldReleased(customer, first.get("holdId").stringValue(), "和解"));

        var items = holds("held", "").get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("matter").stringValue()).isEqualTo("事件一");
        assertThat(items.get(0).get("standing").booleanValue()).isFalse();
        assertThat(items.get(0).at("/release/reason").stringValue()).isEqualTo("和解");
        assertThat(items.get(1).get("reason").stringValue()).isEqualTo("調停");
        assertThat(items.get(1).get("standing").booleanValue()).isTrue();
        assertThat(items.get(1).get("release").isNull()).isTrue();
        assertThat(holds("held", "knownAt=position:" + (before - 1))
                        .at("/items/0/standing")
                        .booleanValue())
                .isTrue();

        var page = holds("held", "limit=1");
        var next = holds("held", "limit=1&cursor=" + page.get("next").stringValue());
        assertThat(next.at("/items/0/matter").stringValue()).isEqualTo("事件二");
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(holds("nobody", "").get("items")).isEmpty();
    }

    @Test
    @DisplayName("消去された方の保全は、事実だけが残り、理由も件名も読めない")
    void keepsNothingReadableOfWhoIsErased() {
        var customer = new CustomerId("erased");
        application.record(new LegalHoldPlaced(customer, "秘密の理由", "秘密の件名"));
        application.record(new ErasureRequested(customer, "本人の申出"), new PersonalDataErased(customer, "an erasure"));

        var hold = holds("erased", "").get("items").get(0);

        assertThat(hold.get("reason").isNull()).isTrue();
        assertThat(hold.get("matter").isNull()).isTrue();
        assertThat(hold.get("placedAt").stringValue()).isNotEmpty();
        assertThat(application
                        .jdbc()
                        .sql("select count(*) from " + application.table("holds", "legal_hold")
                                + " h where h::text like '%秘密%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static JsonNode holds(String customer, String question) {
        var answer = application.get("/api/v1/customers/" + customer + "/legal-holds?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}

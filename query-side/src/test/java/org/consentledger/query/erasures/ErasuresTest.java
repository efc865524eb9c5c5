package org.consentledger.query.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.query.AskedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The register is one for all customers: each test looks at its own, whose identifiers begin alike. */
class ErasuresTest {
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
    @DisplayName("承認を待つ消去は、だれのものでも、申請の古い順に見つかる。承認されれば、もう待たない")
    void tellsWhichErasuresWait() {
        request("life-1", "life-2", "life-1");
        assertThat(told("state=WAITING", "life")).containsExactly("life-1 WAITING", "life-2 WAITING", "life-1 WAITING");

        var waiting = items("", "life").getFirst();
        assertThat(waiting.get("reason").stringValue()).isEqualTo("秘密の理由");
        assertThat(waiting.get("requestedAt").stringValue()).isNotEmpty();
        assertThat(waiting.get("approval").isNull()).isTrue();
        long size = application.record(new PersonalDataErased(
                new CustomerId("life-1"), waiting.get("erasureId").stringValue()));

        assertThat(told("state=WAITING", "life")).containsExactly("life-2 WAITING");
        assertThat(told("", "life")).containsExactly("life-1 APPROVED", "life-2 WAITING", "life-1 OVERTAKEN");
        var approved = items("state=APPROVED", "life").getFirst();
        assertThat(approved.get("reason").isNull()).isTrue();
        assertThat(approved.at("/approval/position").longValue()).isEqualTo(size - 1);
        assertThat(approved.at("/approval/approvedAt").stringValue()).isNotEmpty();
        assertThat(told("state=WAITING&knownAt=position:" + (size - 1), "life")).hasSize(3);
        assertThat(items("knownAt=position:0", "life")).isEmpty();
    }

    @Test
    @DisplayName("一覧は続きから読め、知らない状態は断られる")
    void isReadInParts() {
        request("part-1", "part-2", "part-3");

        var found = new ArrayList<JsonNode>();
        var part = erasures("limit=2");
        part.get("items").forEach(found::add);
        while (!part.get("next").isNull()) {
            part = erasures("limit=2&cursor=" + part.get("next").stringValue());
            part.get("items").forEach(found::add);
        }
        assertThat(told(found.stream(), "part")).containsExactly("part-1 WAITING", "part-2 WAITING", "part-3 WAITING");

        var refused = application.get("/api/v1/erasures?state=DONE");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("pointer").stringValue()).isEqualTo("query:state");
    }

    @Test
    @DisplayName("一覧を見たことは、一覧としても、載っているお客様ごとにも記録される。理由はどこにも写されない")
    void isALookAtEachCustomerOnIt() {
        request("look-1", "look-2", "look-1");

        erasures("state=WAITING&limit=500");

        var recorded = application
                .jdbc()
                .sql("select coalesce(customer_id, 'list') || ' ' || about from query.access_record"
                        + " where question = 'ERASURES'")
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(recorded).contains("list WAITING");
        assertThat(recorded).filteredOn(look -> look.startsWith("look-")).containsExactly("look-1 ", "look-2 ");
        assertThat(application
                        .jdbc()
                        .sql("select count(*) from " + application.table("erasures", "erasure")
                                + " e where e::text like '%秘密%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("一人のお客様の消去だけを聞ける。見たことは、そのお客様について記録される")
    void tellsThoseOfOneCustomer() {
        request("one-1", "one-10", "one-1");

        assertThat(told("customerId=one-1&state=WAITING", "")).containsExactly("one-1 WAITING", "one-1 WAITING");
        assertThat(told("customerId=one-nobody", "")).isEmpty();
        assertThat(application
                        .jdbc()
                        .sql("select customer_id || ' ' || about from query.access_record"
                                + " where question = 'ERASURES' and customer_id like 'one-%' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("one-1 WAITING", "one-nobody ");

        var refused = application.get("/api/v1/erasures?customerId=a%20b");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("pointer").stringValue()).isEqualTo("query:customerId");
    }

    private static void request(String... customers) {
        application.record(Stream.of(customers)
                .map(customer -> (Object) new ErasureRequested(new CustomerId(customer), "秘密の理由"))
                .toArray());
    }

    private static List<String> told(String question, String customers) {
        return told(items(question, customers).stream(), customers);
    }

    private static List<String> told(Stream<JsonNode> items, String customers) {
        return items.filter(item -> isOf(customers, item))
                .map(item -> item.get("customerId").stringValue() + " "
                        + item.get("state").stringValue())
                .toList();
    }

    private static List<JsonNode> items(String question, String customers) {
        return erasures(question)
                .get("items")
                .valueStream()
                .filter(item -> isOf(customers, item))
                .toList();
    }

    private static boolean isOf(String customers, JsonNode item) {
        return item.get("customerId").stringValue().startsWith(customers);
    }

    private static JsonNode erasures(String question) {
        var answer = application.get("/api/v1/erasures?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}

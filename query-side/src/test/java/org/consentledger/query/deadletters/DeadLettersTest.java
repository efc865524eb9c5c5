package org.consentledger.query.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.AskedApplication.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.platform.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeadLettersTest {
    private static final String THEN = "2025-01-01T00:00:00Z";
    private static final String LETTERS = "/actuator/deadletters/";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(Facts.registered("alpha"), Facts.published("alpha", 1, "2024-01-01", Procedure.INITIAL));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static void sql(String sql) {
        application.jdbc().sql(sql).update();
    }

    /** Has the database take no further row of that customer. */
    private static void poison(String projection, String table, String customer) {
        sql("alter table " + application.table(projection, table) + " add constraint poison_" + customer
                + " check (customer_id <> '" + customer + "') not valid");
    }

    private static void heal(String projection, String table, String customer) {
        sql("alter table " + application.table(projection, table) + " drop constraint if exists poison_" + customer);
    }

    private static String standing(String customer) {
        return "/api/v1/customers/" + customer + "/standing?termsId=alpha";
    }

    private static String mode(String customer) {
        var answer = application.get(standing(customer));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).at("/binding/mode").stringValue();
    }

    private static void assertIsBehind(String question) {
        var answer = application.getOnce(question);
        assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(503);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("PROJECTION_BEHIND");
    }

    private static void awaitAnswer(String question) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> application.get(question).statusCode() == 200);
    }

    private static List<JsonNode> letters(String projection, String customer) {
        return json(application.get(LETTERS + projection))
                .get("deadLetters")
                .valueStream()
                .filter(letter -> letter.get("customerId").stringValue().equals(customer))
                .toList();
    }

    private static JsonNode letter(String projection, String customer) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> letters(projection, customer), found -> !found.isEmpty())
                .getFirst();
    }

    private static void retried(String projection, String customer) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            var retried = application.post(LETTERS + projection, "{\"customerId\":\"" + customer + "\"}");
            assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
            return letters(projection, customer).isEmpty();
        });
    }

    private static List<String> rows(String projection, String table) {
        return application
                .jdbc()
                .sql("select row::text from " + application.table(projection, table) + " row order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    @DisplayName("処理できない事実は、その顧客の分だけが待ち、ほかの顧客の答えは止まらない")
    void parksWhatTheDatabaseDoesNotTakeOfThatCustomerAlone() {
        long before = application.record(Facts.accepted("alpha", "refused", 1, THEN));
        awaitAnswer(standing("refused"));
        poison("standing", "standing_customer_fact", "refused");
        application.record(
                Facts.left("alpha", "refused", Instant.parse("2025-02-01T00:00:00Z")),
                Facts.accepted("alpha", "bystander", 1, THEN));
        application.record(Facts.accepted("alpha", "refused", 1, "2025-03-01T00:00:00Z"));

        awaitAnswer(standing("bystander"));
        assertIsBehind(standing("refused"));
        assertThat(application
                        .getOnce(standing("refused") + "&knownAt=position:" + before)
                        .statusCode())
                .isEqualTo(200);
        awaitAnswer("/api/v1/customers/refused/history");
        awaitAnswer("/actuator/health/readiness");
        var letter = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> letter("standing", "refused"),
                        one -> one.get("behind").longValue() > 0);
        assertThat(letter.get("position").longValue()).isGreaterThanOrEqualTo(before);
        assertThat(letter.get("type").stringValue()).isEqualTo("customer.CustomerLeft");
        assertThat(letter.get("behind").longValue()).isOne();
        assertThat(letter.get("cause").stringValue())
                .startsWith("org.postgresql.util.PSQLException (SQLSTATE 23514) at ")
                .doesNotContain("refused");
        assertThat(application.figure("projection_dead_letters", "standing")).isEqualTo(2);

        heal("standing", "standing_customer_fact", "refused");
        retried("standing", "refused");

        assertThat(mode("refused")).isEqualTo("ACCEPTED");
        assertThat(json(application.get(standing("refused")))
                        .at("/binding/since")
                        .stringValue())
                .isEqualTo("2025-03-01T00:00:00Z");
        var kept = rows("standing", "standing_customer_fact");
        application.rebuild("standing");
        assertThat(rows("standing", "standing_customer_fact")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "garbled,payload = 'x'",
        "unheard,payload_type = 'agreement.EditionUnheardOf'",
        "newer,payload_revision = '2'"
    })
    @DisplayName("読めない事実も、まだ知らない種類や改訂の事実も、読み飛ばさない")
    void parksWhatCannotBeRead(String customer, String fault) {
        var standing = application.processor("standing");
        standing.shutDown();
        long size = application.record(
                Facts.accepted("alpha", customer, 1, THEN), Facts.accepted("alpha", customer + "-not", 1, THEN));
        var place = " where position = " + (size - 2);
        sql("create table original_" + customer + " as select payload, payload_type, payload_revision from ledger.event"
                + place);
        application.withoutGuards("update ledger.event set " + fault + place);
        standing.start();

        awaitAnswer(standing(customer + "-not"));
        awaitAnswer("/api/v1/terms/alpha");
        assertIsBehind(standing(customer));
        assertThat(letter("standing", customer).get("position").longValue()).isEqualTo(size - 2);

        application.withoutGuards("update ledger.event event set payload = original.payload,"
                + " payload_type = original.payload_type, payload_revision = original.payload_revision from original_"
                + customer + " original" + place);
        retried("standing", customer);
        application.bean(Projections.class).all().forEach(projection -> retried(projection.name(), customer));
        assertThat(mode(customer)).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("約款の事実は決して脇に置かず、射影が止まる")
    void standsStillWithAnEventAboutTerms() {
        application.record(Facts.registered("omega"));
        var table = application.table("standing", "standing_terms_fact");
        sql("alter table " + table + " add constraint poison check (terms_id <> 'omega') not valid");
        application.record(
                Facts.published("omega", 1, "2024-01-01", Procedure.INITIAL),
                Facts.accepted("alpha", "waits", 1, THEN));

        assertIsBehind(standing("waits"));
        assertThat(letters("standing", "waits")).isEmpty();

        sql("alter table " + table + " drop constraint poison");
        awaitAnswer(standing("waits"));
        assertThat(letters("standing", "waits")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "40001"})
    @DisplayName("データベースの故障では、何も脇に置かない")
    void parksNothingForAFailureThatMayPass(String state) {
        var table = application.table("standing", "standing_customer_fact");
        sql("create or replace function fail() returns trigger language plpgsql as "
                + "'begin raise exception using errcode = ''" + state + "''; end'");
        sql("create trigger fail before insert on " + table + " execute function fail()");
        application.record(Facts.accepted("alpha", "patient-" + state, 1, THEN));

        assertIsBehind(standing("patient-" + state));
        assertThat(letters("standing", "patient-" + state)).isEmpty();

        sql("drop trigger fail on " + table);
        awaitAnswer(standing("patient-" + state));
        assertThat(letters("standing", "patient-" + state)).isEmpty();
    }

    @Test
    @DisplayName("集計と一覧は、誰かの事実が待つ間は答えず、再試行の後は作り直しと等しい")
    void answersNothingAboutAllCustomersMeanwhile() {
        var coverage = "/api/v1/terms/beta/editions/1/coverage";
        application.record(Facts.registered("beta"), Facts.published("beta", 1, "2024-01-01", Procedure.INITIAL));
        awaitAnswer(coverage);
        poison("coverage", "coverage_customer", "uncounted");
        poison("customers", "customer", "uncounted");
        application.record(Facts.accepted("beta", "uncounted", 1, THEN), Facts.accepted("beta", "counted", 1, THEN));
        application.record(Facts.published("beta", 2, "2025-06-01", Procedure.NOTICE));

        letter("coverage", "uncounted");
        letter("customers", "uncounted");
        assertIsBehind(coverage);
        assertIsBehind("/api/v1/customers?prefix=un");
        awaitAnswer(standing("uncounted"));

        heal("coverage", "coverage_customer", "uncounted");
        heal("customers", "customer", "uncounted");
        retried("coverage", "uncounted");
        retried("customers", "uncounted");
        awaitAnswer("/api/v1/customers?prefix=un");
        awaitAnswer(coverage);
        var counts = json(application.get(coverage)).get("counts");
        application.rebuild("coverage");
        awaitAnswer(coverage);
        assertThat(json(application.get(coverage)).get("counts")).isEqualTo(counts);
    }
}

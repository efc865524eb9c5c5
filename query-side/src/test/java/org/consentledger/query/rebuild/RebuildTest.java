package org.consentledger.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.AskedApplication.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.RandomHistory;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Projections.Projection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RebuildTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int FACTS = 1_500;
    private static final String AT = "2026-01-01T00:00:00Z";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static List<String> questions = List.of();
    private static Map<String, String> answers = Map.of();

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        var history = new RandomHistory(7);
        application.record(history.beginning().toArray());
        long size = application.record(history.facts(FACTS).toArray());
        var known = "knownAt=position:" + size;
        var some = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var customer = "/api/v1/customers/" + history.customer();
            some.add(customer + "/standing?termsId=" + history.terms() + "&at=" + AT + "&" + known);
            some.add(customer + "/history?" + known);
            some.add(customer + "/legal-holds?" + known);
        }
        some.add("/api/v1/terms/" + history.terms() + "/editions/1?at=" + AT + "&" + known);
        questions = List.copyOf(some);
        var found = new HashMap<String, String>();
        questions.forEach(question -> found.put(question, answerOnceIncluded(question)));
        answers = Map.copyOf(found);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static String answerOnceIncluded(String question) {
        return await().atMost(PATIENCE)
                .until(() -> application.get(question), answer -> answer.statusCode() == 200)
                .body();
    }

    private static String answer(String question) {
        return body(question, application.get(question));
    }

    private static String body(String question, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Each once: what they ask for was included long ago. */
    private static void askAll() {
        questions.forEach(question ->
                assertThat(body(question, application.getOnce(question))).isEqualTo(answers.get(question)));
    }

    private static Projection projection(String name) {
        return application.bean(Projections.class).all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String state(String projection) {
        var rebuild =
                json(application.get("/actuator/projections/" + projection)).get("rebuild");
        assertThat(rebuild.get("leavesPerSecond").longValue()).isNotNegative();
        return rebuild.get("state").stringValue();
    }

    @Test
    @DisplayName("作り直しの間も、どの問いも失敗せず、答えも変わらない")
    void answersAllTheWhile() {
        var names = application.bean(Projections.class).all().stream()
                .map(Projection::name)
                .toList();
        var before = application.table("standing", "");
        names.forEach(name -> assertThat(
                        application.post("/actuator/projections/" + name, "").statusCode())
                .isEqualTo(202));
        int recorded = 0;
        while (names.stream().anyMatch(name -> !state(name).equals("SWAPPED"))) {
            assertThat(names).noneMatch(name -> state(name).equals("ROLLED_BACK"));
            askAll();
            application.record(Facts.accepted("alpha", "meanwhile", 1, "2026-01-01T00:00:00Z"));
            recorded++;
        }
        askAll();
        assertThat(application.table("standing", "")).isNotEqualTo(before);
        assertThat(json(application.get("/api/v1/customers/meanwhile/history?limit=500"))
                        .get("items")
                        .size())
                .isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing", "coverage"})
    @DisplayName("途中で止まっても、続きから始まる")
    void goesOnWhereItWasBrokenOff(String name) throws Exception {
        var claims = application.bean(Claims.class);
        try (var _ = await().atMost(PATIENCE)
                .until(() -> claims.claim(name), Optional::isPresent)
                .orElseThrow()) {
            application.bean(Rebuilds.class).request(name, 1, false);
            var batches = new AtomicInteger();
            application.bean(Rebuilding.class).run(projection(name), () -> batches.incrementAndGet() > 2);
            assertThat(state(name)).isEqualTo("BUILDING");
            assertThat(application.bean(Claims.class).claim(name))
                    .as("of another process")
                    .isEmpty();
            askAll();
        }
        var rebuild = application.rebuilt(name);
        assertThat(rebuild.get("state").stringValue()).isEqualTo("SWAPPED");
        assertThat(rebuild.get("resumedFrom").longValue()).isEqualTo(999);
        askAll();
    }

    @Test
    @DisplayName("答えが違えば、元に戻し、そう言う")
    void rollsBackWhereAnswersDiffer() {
        application.record(Facts.accepted("alpha", "rewritten", 1, "2026-01-01T00:00:00Z"));
        answer("/api/v1/customers/rewritten/standing?termsId=alpha");
        var table = application.table("standing", "standing_customer_fact");
        application
                .jdbc()
                .sql("delete from " + table + " where customer_id = 'rewritten'")
                .update();

        assertThat(application.post("/actuator/projections/standing", "").statusCode())
                .isEqualTo(202);
        var rebuild = application.rebuilt("standing");

        assertThat(rebuild.get("state").stringValue()).isEqualTo("ROLLED_BACK");
        assertThat(rebuild.get("differing").intValue()).isOne();
        assertThat(rebuild.get("fault").stringValue()).contains("alpha rewritten");
        assertThat(application.table("standing", "standing_customer_fact")).isEqualTo(table);
        askAll();

        assertThat(application
                        .post("/actuator/projections/standing", "{\"acceptDifferences\":true}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(application.rebuilt("standing").get("state").stringValue()).isEqualTo("SWAPPED");
        assertThat(answer("/api/v1/customers/rewritten/standing?termsId=alpha")).contains("ACCEPTED");
        askAll();
    }

    @Test
    @DisplayName("終わらない作り直しは、やめることができ、答えている表はそのまま残る")
    void isCalledOffWhereItCannotEnd() {
        var shape = "query.standing_customer_fact";
        application
                .jdbc()
                .sql("alter table " + shape + " add constraint cannot check (position < 0)")
                .update();
        var serving = application.table("standing", "standing_customer_fact");
        assertThat(application.post("/actuator/projections/standing", "").statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> !rebuildOf("standing").get("fault").isNull());
        assertThat(application.figure("projection_rebuild_running", "standing")).isOne();
        int generation = rebuildOf("standing").get("generation").intValue();
        assertThat(schemas("query_standing_" + generation)).isOne();

        var called = callOff("standing");

        assertThat(called.statusCode()).as(called.body()).isEqualTo(200);
        var rebuild = rebuildOf("standing");
        assertThat(rebuild.get("state").stringValue()).isEqualTo("CALLED_OFF");
        assertThat(rebuild.get("fault").isNull()).isFalse();
        assertThat(schemas("query_standing_" + generation)).isZero();
        assertThat(application.table("standing", "standing_customer_fact")).isEqualTo(serving);
        assertThat(application.figure("projection_rebuild_running", "standing")).isZero();
        assertThat(callOff("standing").statusCode()).as("nothing is under way").isEqualTo(409);
        askAll();

        application
                .jdbc()
                .sql("alter table " + shape + " drop constraint cannot")
                .update();
        application.rebuild("standing");
        askAll();
    }

    @Test
    @DisplayName("作り直している最中のプロセスは、やめられたことに次の区切りで気づく")
    void isCalledOffUnderTheProcessThatIsAtIt() throws Exception {
        var claims = application.bean(Claims.class);
        try (var _ = await().atMost(PATIENCE)
                .until(() -> claims.claim("about"), Optional::isPresent)
                .orElseThrow()) {
            application.bean(Rebuilds.class).request("about", 1, false);
            var batches = new AtomicInteger();
            assertThatThrownBy(() -> application.bean(Rebuilding.class).run(projection("about"), () -> {
                        if (batches.incrementAndGet() == 2) {
                            assertThat(callOff("about").statusCode()).isEqualTo(200);
                        }
                        return false;
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("called off");
            assertThat(batches).hasValue(2);
        }
        assertThat(state("about")).isEqualTo("CALLED_OFF");
        application.rebuild("about");
        askAll();
    }

    private static HttpResponse<String> callOff(String projection) {
        return application.post("/actuator/projections/" + projection, "{\"callOff\":true}");
    }

    private static JsonNode rebuildOf(String projection) {
        return json(application.get("/actuator/projections/" + projection)).get("rebuild");
    }

    private static long schemas(String name) {
        return application
                .jdbc()
                .sql("select count(*) from pg_namespace where nspname = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Test
    void dropsTheOldRowsOnceNobodyReadsThem() {
        var old = application.table("holds", "legal_hold");
        application.rebuild("holds");
        await().atMost(PATIENCE)
                .until(() -> application
                        .jdbc()
                        .sql("select to_regclass(?) is null")
                        .param(old)
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void knowsNoOtherProjection() {
        assertThat(application.post("/actuator/projections/none", "").statusCode())
                .isEqualTo(404);
        assertThat(application.get("/actuator/projections/none").statusCode()).isEqualTo(404);
        assertThat(json(application.get("/actuator/projections"))
                        .get("projections")
                        .size())
                .isEqualTo(application.bean(Projections.class).all().size());
    }
}

package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.AskedApplication.json;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.consentledger.events.terms.Change;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionsReadinessTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String STANDING = "/api/v1/customers/somebody/standing?termsId=t";
    private static final String TERMS = "/api/v1/terms";
    private static final String COMPARISON = "/api/v1/terms/t/comparisons/1/2";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** So soon a projection that moves is too far behind. */
    private static final String LIMIT = "--ledger.projections.behind-limit=100ms";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start(LIMIT);
        application.record(
                Facts.registered("t"),
                Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL),
                Facts.published("t", 2, "2020-07-30", Change.Procedure.ACCEPTANCE));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void isWhole() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(status(application)).isEqualTo("UP");
            assertThat(application.get(READINESS).statusCode()).isEqualTo(200);
        });
    }

    private static JsonNode projections(AskedApplication asked) {
        return json(asked.get(READINESS)).at("/components/projections");
    }

    private static String status(AskedApplication asked) {
        return projections(asked).get("status").stringValue();
    }

    private static String state(String projection) {
        return projections(application).at("/details/" + projection).stringValue();
    }

    /** Eventually: where the machine stalls, all the others are behind their limit for a moment as well. */
    private static void becomesDegraded() {
        await().atMost(PATIENCE).untilAsserted(ProjectionsReadinessTest::isDegraded);
    }

    private static void isDegraded() {
        var answer = application.get(READINESS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("status").stringValue()).isEqualTo("DEGRADED");
        assertThat(status(application)).isEqualTo("DEGRADED");
    }

    private static void isOutOfService() {
        var answer = application.get(READINESS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(status(application)).isEqualTo("OUT_OF_SERVICE");
    }

    private static void isBehind(String question) {
        var answer = application.getOnce(question);
        assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(503);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("PROJECTION_BEHIND");
    }

    private static void isAnswered(String question) {
        var answer = application.get(question);
        assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
    }

    private static List<String> names() {
        return application.bean(Projections.class).names();
    }

    @Test
    @DisplayName("射影が一つ止まっても、ほかの射影の問いには答えるので、要求は受け続ける")
    void isDegradedWhileOneProjectionIsStopped() {
        var processor = application.processor("standing");
        processor.shutDown();
        try {
            application.record(Facts.accepted("t", "stopped", 1, "2020-01-01T00:00:00Z"));
            becomesDegraded();
            assertThat(state("standing")).startsWith("STOPPED, position ");
            isBehind(STANDING);
            isAnswered(TERMS);
        } finally {
            processor.start();
        }
    }

    @Test
    @DisplayName("射影がすべて止まれば、要求を受けない")
    void isOutOfServiceWhileAllAreStopped() {
        names().forEach(name -> application.processor(name).shutDown());
        try {
            isOutOfService();
        } finally {
            names().forEach(name -> application.processor(name).start());
        }
    }

    @Test
    @DisplayName("動いてはいても限度より遅れている射影は、そうと告げられる。すべて遅れていれば、要求を受けない")
    void showsWhatIsTooFarBehindThoughItRuns() throws SQLException {
        heldUp(List.of("about"), "late-1", () -> {
            becomesDegraded();
            isAnswered(TERMS);
        });
        heldUp(names(), "late-all", ProjectionsReadinessTest::isOutOfService);
    }

    /** Has the database keep the batches of these projections waiting, as under load. */
    private static void heldUp(List<String> projections, String customer, Runnable meanwhile) throws SQLException {
        try (var connection = application.bean(HikariDataSource.class).getConnection();
                var statement = connection.prepareStatement(
                        "select 1 from query.serving where projection = any(?) for update")) {
            connection.setAutoCommit(false);
            statement.setArray(1, connection.createArrayOf("text", projections.toArray()));
            statement.execute();
            application.record(Facts.accepted("t", customer, 1, "2020-01-01T00:00:00Z"));
            await().atMost(PATIENCE)
                    .until(() -> projections.stream()
                            .map(ProjectionsReadinessTest::state)
                            .allMatch(state -> state.startsWith("BEHIND, position ")));
            meanwhile.run();
            connection.rollback();
        }
        await().atMost(PATIENCE).until(() -> status(application).equals("UP"));
    }

    @Test
    @DisplayName("規約の出来事を扱えない射影は止まり、その問いだけが断られる。その間に始まった処理も要求を受ける")
    void isDegradedWhereAnEventOfTermsIsPoison() {
        var table = application.table("comparison", "comparison_terms");
        application
                .jdbc()
                .sql("alter table " + table + " add constraint poison check (terms_id <> 'poison') not valid")
                .update();
        application.record(Facts.registered("poison"));

        await().atMost(PATIENCE).until(() -> state("comparison").startsWith("STANDING_STILL, position "));
        becomesDegraded();
        isBehind(COMPARISON);
        isAnswered(TERMS + "/poison");
        isAnswered(STANDING);
        startsAsWell();

        application
                .jdbc()
                .sql("alter table " + table + " drop constraint poison")
                .update();
        await().atMost(PATIENCE).until(() -> application.get(COMPARISON).statusCode() == 200);
    }

    private static void startsAsWell() {
        var database =
                Objects.requireNonNull(application.bean(HikariDataSource.class).getJdbcUrl());
        try (var next = AskedApplication.start(LIMIT, "--spring.datasource.hikari.jdbc-url=" + database)) {
            await().atMost(PATIENCE).until(() -> status(next).equals("DEGRADED"));
            assertThat(next.get(READINESS).statusCode()).isEqualTo(200);
            assertThat(next.get(TERMS + "/poison").statusCode()).isEqualTo(200);
        }
    }
}

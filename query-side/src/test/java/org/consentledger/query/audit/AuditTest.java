package org.consentledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.RandomHistory;
import org.consentledger.query.audit.Disagreement.What;
import org.consentledger.texts.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every row of the projection that is taken away, changed or added is named, by its customer and its terms. */
class AuditTest {
    private static final int FACTS = 200;
    /** Fewer than there are facts, so that most come from files. */
    private static final int IN_MEMORY = 30;

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given(@TempDir Path keys) {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        var history = new RandomHistory(7);
        application.record(history.beginning().toArray());
        for (var fact : history.facts(FACTS)) {
            application.record(fact);
        }
        application.record(Facts.left(null, "leaver", Instant.parse("2020-08-01T00:00:00Z")));
        awaitProjection(application.record(Facts.registered("later")));
    }

    private static void awaitProjection(long size) {
        var answer = application.get(
                "/api/v1/customers/c-1/standing?termsId=alpha", "Ledger-Position", Long.toString(size - 1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** What an audit found and wrote. */
    private record Run(Audited audited, List<Disagreement> disagreements, List<JsonNode> report) {}

    private static Run audit() throws IOException {
        var found = new ArrayList<Disagreement>();
        var report = new StringWriter();
        var audited = new AuditOnDatabase(application.bean(DataSource.class), List.of(), found::add, IN_MEMORY)
                .run(Progress.none(), Progress.none(), report);
        return new Run(
                audited,
                found,
                report.toString().lines().map(JsonMapper.shared()::readTree).toList());
    }

    @Test
    @DisplayName("すべてのお客様と約款について、投影は台帳そのものと一致する")
    void findsThatTheProjectionAgreesAboutEverybody() throws IOException {
        var run = audit();
        assertThat(run.disagreements()).isEmpty();
        assertThat(run.audited().agrees()).isTrue();
        assertThat(run.audited().facts()).isEqualTo(rows());
        assertThat(run.audited().customersByTerms()).isEqualTo(10);
        assertThat(run.report()).hasSize(1);
        assertThat(new AuditText(Locale.ENGLISH).lines(run.audited()))
                .last()
                .asString()
                .startsWith("The projection agrees: 10 customers × terms, ");
    }

    private static long rows() {
        return application
                .jdbc()
                .sql("select (select count(*) from query_standing_1.standing_customer_fact)"
                        + " + (select count(*) from query_standing_1.standing_terms_fact)")
                .query(Long.class)
                .single();
    }

    /** What is done to the projection, who is then named, and for what. */
    private static void names(String sql, String who, What what) throws IOException {
        application
                .jdbc()
                .sql("create table public.kept as select * from query_standing_1.standing_customer_fact")
                .update();
        application
                .jdbc()
                .sql("create table public.kept_terms as select * from query_standing_1.standing_terms_fact")
                .update();
        try {
            assertThat(application.jdbc().sql(sql).update()).as(sql).isPositive();
            var run = audit();
            assertThat(run.audited().agrees()).as(sql).isFalse();
            assertThat(run.audited().findingCount()).isZero();
            assertThat(run.disagreements()).as(sql).singleElement().satisfies(found -> {
                assertThat(found.customerId() + "/" + found.termsId()).isEqualTo(who);
                assertThat(found.differences().getFirst().what()).isEqualTo(what);
                assertThat(new AuditText(Locale.JAPANESE).line(found)).contains("計 1 件");
            });
            assertThat(run.report().getFirst().path("differences").size()).isEqualTo(1);
            assertThat(run.report().getLast().path("disagreements").asLong()).isEqualTo(1);
        } finally {
            for (var table : List.of("standing_customer_fact", "standing_terms_fact")) {
                application.jdbc().sql("delete from query_standing_1." + table).update();
            }
            application
                    .jdbc()
                    .sql("insert into query_standing_1.standing_customer_fact select * from public.kept")
                    .update();
            application
                    .jdbc()
                    .sql("insert into query_standing_1.standing_terms_fact select * from public.kept_terms")
                    .update();
            application.jdbc().sql("drop table public.kept, public.kept_terms").update();
        }
    }

    private static final String ONE_OF_C1 = " where (terms_id, customer_id, position) = (select terms_id, customer_id,"
            + " position from query_standing_1.standing_customer_fact where terms_id = 'beta' and customer_id = 'c-1'"
            + " order by position desc limit 1)";

    @Test
    @DisplayName("投影のどの行を変えても、お客様と約款を挙げる")
    void namesTheCustomerOfEachRowThatIsNotAsTheLedgerSays() throws IOException {
        var table = "query_standing_1.standing_customer_fact";
        names("delete from " + table + ONE_OF_C1, "c-1/beta", What.MISSING);
        names("update " + table + " set fact = fact || '{\"edition\":77}'" + ONE_OF_C1, "c-1/beta", What.CHANGED);
        names(
                "update " + table + " set recorded_at = recorded_at - interval '1 s'" + ONE_OF_C1,
                "c-1/beta",
                What.CHANGED);
        names("update " + table + " set event_id = 'other'" + ONE_OF_C1, "c-1/beta", What.CHANGED);
        names(
                "insert into " + table + " select terms_id, 'nobody', position, event_id, recorded_at, kind, fact from "
                        + table + ONE_OF_C1,
                "nobody/beta",
                What.INVENTED);
        names(
                "insert into " + table
                        + " select terms_id, customer_id, 1000000, event_id, recorded_at, kind, fact from " + table
                        + ONE_OF_C1,
                "c-1/beta",
                What.INVENTED);
        names("delete from " + table + " where customer_id = 'leaver'", "leaver/null", What.MISSING);
        names("delete from query_standing_1.standing_terms_fact where terms_id = 'later'", "null/later", What.MISSING);
    }

    @Test
    @DisplayName("台帳の事実が書き換えられていれば、位置を挙げ、投影と一致するとは言わない")
    void saysWhichEventIsNotTheOneThatWasRecorded() throws IOException {
        long position = application
                .jdbc()
                .sql("select position from query_standing_1.standing_customer_fact" + ONE_OF_C1)
                .query(Long.class)
                .single();
        var flip =
                "update ledger.event set metadata = set_byte(metadata, 0, get_byte(metadata, 0) # 1) where position = "
                        + position;
        application.withoutGuards(flip);
        try {
            var run = audit();
            assertThat(run.audited().agrees()).isFalse();
            assertThat(run.audited().findings())
                    .singleElement()
                    .satisfies(found -> assertThat(found.position()).isEqualTo(position));
            assertThat(run.disagreements())
                    .singleElement()
                    .satisfies(found -> assertThat(found.customerId()).isEqualTo("c-1"));
        } finally {
            application.withoutGuards(flip);
        }
    }

    @Test
    void auditsAsFarAsTheProjectionHasCome() throws IOException {
        var processor = application.processor("standing");
        processor.shutDown();
        long size = application.record(Facts.registered("latest"));
        try {
            var audited = audit().audited();
            assertThat(audited.agrees()).isTrue();
            assertThat(audited.notIncluded()).isEqualTo(1);
        } finally {
            processor.start();
            awaitProjection(size);
        }
    }

    @Test
    void isRefusedWhereThereIsNoProjection() {
        application.jdbc().sql("alter schema query rename to away").update();
        try {
            assertThatThrownBy(AuditTest::audit).isInstanceOf(AuditRefused.class);
        } finally {
            application.jdbc().sql("alter schema away rename to query").update();
        }
    }

    @Test
    void hasTheSameWordsInBothLanguages() {
        var texts = new Texts(AuditText.class, "audit");
        assertThat(texts.keys(Locale.JAPANESE)).isEqualTo(texts.keys(Locale.ENGLISH));
        assertThat(texts.keys(Locale.ENGLISH).stream()
                        .filter(key -> key.startsWith("what."))
                        .collect(Collectors.toSet()))
                .isEqualTo(List.of(What.values()).stream()
                        .map(what -> "what." + what)
                        .collect(Collectors.toSet()));
    }
}

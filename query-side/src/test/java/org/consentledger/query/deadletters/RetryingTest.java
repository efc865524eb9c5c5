package org.consentledger.query.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.AskedApplication.json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.consentledger.events.CustomerId;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.platform.DeadLetter;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Projections.Projection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetryingTest {
    private static final String PROJECTION = "erasures";
    private static final String THEN = "2025-01-01T00:00:00Z";

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

    private static DeadLetters letters() {
        return application.bean(DeadLetters.class);
    }

    private static Projection projection() {
        return application.bean(Projections.class).named(PROJECTION).orElseThrow();
    }

    private static Supplier<Optional<DeadLetter>> first(String customer) {
        return () -> letters().first(PROJECTION, new CustomerId(customer));
    }

    private static Supplier<Optional<DeadLetter>> firstDue(String customer) {
        return () -> letters().firstDue(PROJECTION, new CustomerId(customer));
    }

    /** Events that the projection has nothing to do with, so that it handles them; not due, so that nobody else tries them. */
    private static void parked(String customer, int position) {
        sql("insert into query.dead_letter"
                + " (projection, position, customer_id, event_id, event_type, cause, tries, tried_at) select '"
                + PROJECTION + "', position, '" + customer + "', event_id::text, payload_type, 'failed', 20,"
                + " clock_timestamp() from ledger.event where position = " + position);
    }

    private static List<DeadLetter> ofStanding(String customer) {
        return letters().list("standing").stream()
                .filter(letter -> letter.customerId().value().equals(customer))
                .toList();
    }

    @Test
    @DisplayName("ほかのプロセスが試したばかりの記録は試さない。止められれば、次の記録に進まない")
    void triesWhatIsDueUntilItIsToStop() {
        parked("patient", 0);
        parked("patient", 1);
        var retrying = application.bean(Retrying.class);

        assertThat(retrying.retry(projection(), firstDue("patient"), () -> false))
                .isZero();
        assertThat(retrying.retry(projection(), first("patient"), () -> true)).isZero();
        assertThat(first("patient").get())
                .get()
                .satisfies(letter -> assertThat(letter.tries()).isEqualTo(20));
        assertThat(retrying.retry(
                        projection(),
                        first("patient"),
                        () -> first("patient").get().orElseThrow().position() > 0))
                .isOne();
        assertThat(retrying.retry(projection(), first("patient"), () -> false)).isOne();
        assertThat(first("patient").get()).isEmpty();
    }

    @Test
    @DisplayName("一度も試されていない記録は、前の記録が処理されればすぐに試される")
    void isDueAtOnceBehindWhatWasHandled() {
        parked("behind", 0);
        sql("update query.dead_letter set cause = null, tries = 0, tried_at = null where customer_id = 'behind'");

        application.bean(Retrying.class).retry(projection(), firstDue("behind"), () -> false);

        assertThat(first("behind").get()).isEmpty();
    }

    @Test
    @DisplayName("事実そのものが台帳から失われていれば、処理したことにしない")
    void keepsTheLetterOfAnEventThatIsMissing() {
        parked("lost", 0);
        sql("update query.dead_letter set position = 1000000 where customer_id = 'lost'");

        application.bean(Retrying.class).retry(projection(), first("lost"), () -> false);

        assertThat(first("lost").get()).get().satisfies(letter -> {
            assertThat(letter.tries()).isEqualTo(21);
            assertThat(letter.cause()).startsWith("org.consentledger.ledger.rows.LedgerDamaged at ");
        });
    }

    @Test
    @DisplayName("ある顧客の記録でデータベースが故障しても、ほかの顧客の記録は試され、試した回数は増える")
    void countsWhatMayPassAsATryAndGoesOn() {
        var table = application.table("standing", "standing_customer_fact");
        sql("alter table " + table
                + " add constraint poison check (customer_id not in ('failing', 'healed')) not valid");
        application.record(Facts.accepted("alpha", "failing", 1, THEN), Facts.accepted("alpha", "healed", 1, THEN));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !ofStanding("failing").isEmpty()
                        && !ofStanding("healed").isEmpty());
        sql("create or replace function fail() returns trigger language plpgsql as "
                + "'begin raise exception using errcode = ''40001''; end'");
        sql("create trigger fail before insert on " + table
                + " for each row when (new.customer_id = 'failing') execute function fail()");
        sql("alter table " + table + " drop constraint poison");

        assertThat(application.post("/actuator/deadletters/standing", "").statusCode())
                .isEqualTo(200);

        assertThat(ofStanding("healed")).isEmpty();
        assertThat(ofStanding("failing")).singleElement().satisfies(letter -> {
            assertThat(letter.tries()).isPositive();
            assertThat(letter.cause()).contains("(SQLSTATE 40001)").doesNotContain("failing");
        });
        sql("drop trigger fail on " + table);
        var answer = application.post("/actuator/deadletters/standing", "");
        assertThat(json(answer).get("waiting").longValue()).isZero();
    }
}

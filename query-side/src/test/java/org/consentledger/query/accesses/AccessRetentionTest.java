package org.consentledger.query.accesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.query.AskedApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRetentionTest {
    private static final Period THREE_YEARS = AccessRetention.period("P3Y");
    private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");
    private static final CustomerId HELD = new CustomerId("held");
    private static final CustomerId RELEASED = new CustomerId("released");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(
                new LegalHoldPlaced(HELD, "訴訟", "事件一"),
                new LegalHoldPlaced(HELD, "訴訟", "事件二"),
                new LegalHoldReleased(HELD, "hold one", "和解"),
                new LegalHoldPlaced(RELEASED, "訴訟", "事件三"),
                new LegalHoldReleased(RELEASED, "hold three", "和解"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void forget() {
        application.withoutGuards("delete from query.access_record");
    }

    @Test
    @DisplayName("保存期間を過ぎた閲覧の記録は消え、保全中の方のものは残る")
    void deletesWhatIsOverAndUnderNoHold() {
        looked("over", "2022-02-28T23:59:59Z");
        looked(RELEASED.value(), "2022-02-28T23:59:59Z");
        looked(null, "2022-02-28T23:59:59Z");
        looked(HELD.value(), "2022-02-28T23:59:59Z");
        looked("not.over", "2022-03-01T00:00:00Z");
        var retention = new AccessRetention(application.bean(DataSource.class));

        assertThat(retention.over(THREE_YEARS, NOW)).isEqualTo(3);
        assertThat(customers()).hasSize(5);
        assertThat(retention.delete(THREE_YEARS, NOW)).isEqualTo(3);
        assertThat(customers()).containsExactly(HELD.value(), "not.over");
        assertThat(retention.over(THREE_YEARS, NOW)).isZero();
    }

    @ParameterizedTest
    @DisplayName("閲覧の記録は書き換えられず、一年を過ぎるまで消せない")
    @ValueSource(
            strings = {
                "update query.access_record set subject = 'nobody'",
                "delete from query.access_record",
                "truncate query.access_record"
            })
    void refusesEveryChangeEvenOfTheOwner(String change) {
        looked("recent", "now");

        assertThatThrownBy(() -> application.jdbc().sql(change).update()).hasStackTraceContaining("is refused");
    }

    @Test
    void givesTheApplicationsRoleNoRightToDelete() {
        assertThat(application
                        .jdbc()
                        .sql("select has_table_privilege('consent_ledger_app', 'query.access_record', p)"
                                + " from unnest(array['SELECT', 'UPDATE', 'DELETE', 'TRUNCATE']) p")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P364D", "P11M", "PT10000H", "P-3Y", "three years", "", "P999999999999Y"})
    void refusesAPeriodThatIsNoneOrTooShort(String text) {
        assertThatThrownBy(() -> AccessRetention.period(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void looked(@Nullable String customer, String at) {
        application
                .jdbc()
                .sql("insert into query.access_record (looked_at, subject, question, customer_id, about, reason_stated)"
                        + " values (?::timestamptz, 'clerk', 'STANDING', ?, '', false)")
                .param(at)
                .param(customer)
                .update();
    }

    private static List<String> customers() {
        return application
                .jdbc()
                .sql("select coalesce(customer_id, '-') from query.access_record order by number")
                .query((row, _) -> row.getString(1))
                .list();
    }
}

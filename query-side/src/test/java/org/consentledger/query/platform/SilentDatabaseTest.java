package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.consentledger.query.AskedApplication.json;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import org.consentledger.events.terms.Change;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.append.OutcomeUnknown;
import org.consentledger.ledger.testing.SilentNetwork;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.springframework.dao.DataAccessException;

/** PostgreSQL is there, and the network to it swallows everything without saying so. */
class SilentDatabaseTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String PROPERTIES = "--spring.datasource.hikari.data-source-properties.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static String standing(String customer) {
        return "/api/v1/customers/" + customer + "/standing?termsId=t";
    }

    @Test
    @Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
    @DisplayName("データベースへの回線が黙り込めば、問いも追記もいつまでも待たずに断られ、回線が戻れば人手なしで続く")
    void refusesInTimeAndGoesOnByItself() {
        var database = TestPostgres.migrated("ledger", "query");
        var address = URI.create(database.substring("jdbc:".length()));
        try (var network = new SilentNetwork(address.getPort());
                var application = AskedApplication.start(
                        "--spring.datasource.hikari.jdbc-url="
                                + database.replace(":" + address.getPort() + "/", ":" + network.port() + "/"),
                        "--spring.datasource.hikari.connection-timeout=2000",
                        "--spring.datasource.hikari.validation-timeout=500",
                        PROPERTIES + "socketTimeout=5")) {
            application.record(
                    Facts.registered("t"),
                    Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL),
                    Facts.accepted("t", "before", 1, "2020-01-01T00:00:00Z"));
            await().atMost(PATIENCE)
                    .until(() -> application.get(standing("before")).statusCode() == 200);

            network.goSilent();
            assertThatThrownBy(() -> application.record(Facts.accepted("t", "lost", 1, "2020-01-01T00:00:00Z")))
                    .isInstanceOfAny(LedgerUnavailable.class, OutcomeUnknown.class);
            var answer = application.get(standing("before"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(json(answer).get("code").stringValue()).isEqualTo("UNAVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(application.get(READINESS).statusCode()).isEqualTo(503);

            network.recover();
            await().atMost(PATIENCE)
                    .until(() -> application.get(standing("before")).statusCode() == 200);
            // The pool may still hand out connections that were lost.
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(e -> e instanceof LedgerUnavailable || e instanceof DataAccessException)
                    .until(() -> application.record(Facts.accepted("t", "after", 1, "2020-01-01T00:00:00Z")) > 0);
            await().atMost(PATIENCE).until(() -> {
                var after = application.get(standing("after"));
                return after.statusCode() == 200
                        && json(after).at("/binding/mode").stringValue().equals("ACCEPTED");
            });
            await().atMost(PATIENCE).until(() -> application.get(READINESS).statusCode() == 200);
        }
    }

    @Test
    @DisplayName("接続は、六十秒より長く返事を待たず、相手がまだいるかを双方で確かめる")
    void waitsAMinuteUnlessToldOtherwise() {
        try (var application = AskedApplication.start()) {
            var properties = application.bean(HikariDataSource.class).getDataSourceProperties();
            assertThat(String.valueOf(properties.get("socketTimeout"))).isEqualTo("60");
            assertThat(String.valueOf(properties.get("tcpKeepAlive"))).isEqualTo("true");
            assertThat(application
                            .jdbc()
                            .sql(
                                    "select setting from pg_settings where name = 'tcp_keepalives_idle' and source = 'client'")
                            .query(String.class)
                            .single())
                    .isNotNull();
        }
    }
}

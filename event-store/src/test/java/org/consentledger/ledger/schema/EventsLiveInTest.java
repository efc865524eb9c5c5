package org.consentledger.ledger.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventsLiveInTest {
    private HikariDataSource database;

    @BeforeEach
    void open() {
        database = TestPostgres.ledgerDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("出来事の在処は、最初の起動で決まり、別の設定の起動は断られる")
    void isSettledOnce(EventsLiveIn first) {
        var other = first == EventsLiveIn.POSTGRESQL ? EventsLiveIn.AXON_SERVER : EventsLiveIn.POSTGRESQL;
        assertThatCode(() -> other.check(database)).doesNotThrowAnyException();
        first.begin(database);

        assertThatCode(() -> first.begin(database)).doesNotThrowAnyException();
        assertThatThrownBy(() -> other.begin(database))
                .isInstanceOf(ModeRefused.class)
                .hasMessageContaining("events do not move by a setting");
        assertThatThrownBy(() -> other.check(database)).isInstanceOf(ModeRefused.class);
    }

    @Test
    @DisplayName("出来事があるのに在処を誰も決めていなければ、PostgreSQL に在る")
    void eventsThatNobodySettledLiveInPostgresql() {
        try (var ledger = new TestLedger(database)) {
            ledger.append(event("a", 0));
        }

        assertThatThrownBy(() -> EventsLiveIn.AXON_SERVER.check(database)).isInstanceOf(ModeRefused.class);
        assertThatThrownBy(() -> EventsLiveIn.AXON_SERVER.begin(database)).isInstanceOf(ModeRefused.class);
        assertThatCode(() -> EventsLiveIn.POSTGRESQL.begin(database)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void neverChanges(EventsLiveIn place) {
        place.begin(database);
        var jdbc = JdbcClient.create(database);

        assertThatThrownBy(() -> jdbc.sql("update ledger.events_live_in set place = 'POSTGRESQL'")
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from ledger.events_live_in").update())
                .hasMessageContaining("append-only");
    }
}

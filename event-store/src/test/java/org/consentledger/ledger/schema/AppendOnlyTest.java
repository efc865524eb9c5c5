package org.consentledger.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendOnlyTest {
    private HikariDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void fillLedger() {
        database = TestPostgres.ledgerDatabase();
        jdbc = JdbcClient.create(database);
        try (var ledger = new TestLedger(database)) {
            ledger.appendFor(new RequestClaim(new CustomerId("c"), "k", new byte[] {1}), event("a", 0));
        }
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @DisplayName("台帳の記録は、変更も削除もできない")
    @ValueSource(
            strings = {
                "update ledger.event set payload = '\\x00'",
                "delete from ledger.event",
                "truncate ledger.event",
                "update ledger.leaf set statement = '\\x00'",
                "delete from ledger.leaf",
                "truncate ledger.leaf",
                "delete from ledger.tile",
                "truncate ledger.tile",
                "delete from ledger.checkpoint",
                "truncate ledger.checkpoint",
                "update ledger.idempotency set key = 'other'",
                "delete from ledger.idempotency",
                "truncate ledger.idempotency",
                "delete from ledger.verifier_key",
                "update ledger.key_change set reason = 'ROTATION'",
                "delete from ledger.key_change",
                "delete from ledger.witness",
                "update ledger.cosignature set line = ''",
                "delete from ledger.cosignature",
                "truncate ledger.cosignature",
                "update ledger.data_key set commitment = 'other'",
                "update ledger.data_key set epoch = 0",
                "delete from ledger.data_key",
                "truncate ledger.data_key",
                "update ledger.master_epoch set epoch = 7",
                "delete from ledger.master_epoch",
                "update ledger.tree set size = 0",
                "update ledger.tree set size = 9, recorded_at = '2001-01-01T00:00:00Z'",
                "delete from ledger.tree",
                "truncate ledger.tree"
            })
    void refusesEveryChangeEvenOfTheOwner(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"insert into ledger.event select * from ledger.event where false", "select * from ledger.event"})
    void letsTheApplicationsRoleReadAndInsert(String allowed) {
        assertThat(asApplication(allowed)).isZero();
    }

    @Test
    void givesTheApplicationsRoleNoRightToChange() {
        jdbc.sql("alter table ledger.event disable trigger all").update();

        assertThatThrownBy(() -> asApplication("update ledger.event set seq = 1"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void acceptsTheTablesAsTheMigrationMadeThem() {
        new SchemaCheck(database).run();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop trigger append_only on ledger.leaf",
                "alter table ledger.event disable trigger append_only",
                "alter table ledger.event alter column payload type text",
                "alter table ledger.event drop column payload; alter table ledger.event add payload oid"
            })
    void refusesTablesThatWereChanged(String change) {
        jdbc.sql(change).update();

        assertThatThrownBy(() -> new SchemaCheck(database).run()).isInstanceOf(SchemaRefused.class);
    }

    private int asApplication(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role consent_ledger_app");
            statement.execute(sql);
            int changed = Math.max(0, statement.getUpdateCount());
            connection.rollback();
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

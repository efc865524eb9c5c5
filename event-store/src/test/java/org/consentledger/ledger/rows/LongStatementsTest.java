package org.consentledger.ledger.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LongStatementsTest {
    private static final String LONGER_THAN_THE_LIMIT = "select 1 from pg_sleep(4)";

    private HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void onePatientForThreeSeconds() {
        var config = new HikariConfig();
        config.setJdbcUrl(TestPostgres.emptyDatabase());
        config.setMaximumPoolSize(1);
        // It holds for connecting as well, which may take its time.
        config.addDataSourceProperty("socketTimeout", "3");
        pool = new HikariDataSource(config);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static int slept(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LONGER_THAN_THE_LIMIT)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    @DisplayName("長くかかってよい文は切られない。プールに戻った接続では、また切られる")
    void takeTheirTimeAndNobodyElseDoes() throws SQLException {
        try (var connection = LongStatements.allowing(pool).getConnection()) {
            assertThat(slept(connection)).isOne();
        }
        try (var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(3_000);
            assertThatThrownBy(() -> slept(connection)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("トランザクションの間だけ許された文も、切られない")
    void takeTheirTimeInATransaction() throws SQLException {
        var jdbc = JdbcClient.create(pool);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        Integer slept = transaction.execute(_ -> {
            LongStatements.allowInTransaction(pool);
            return jdbc.sql(LONGER_THAN_THE_LIMIT).query(Integer.class).single();
        });
        assertThat(slept).isOne();
        try (var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(3_000);
        }
    }
}

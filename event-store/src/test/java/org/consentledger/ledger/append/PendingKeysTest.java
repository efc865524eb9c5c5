package org.consentledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.consentledger.ledger.append.PendingKeys.Committed;
import org.consentledger.ledger.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PendingKeysTest {
    private HikariDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void open() {
        database = TestPostgres.ledgerDatabase();
        jdbc = JdbcClient.create(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("約束された鍵は顧客のものになり、他の鍵は捨てられる")
    void adoptsWhatWasCommittedTo() throws SQLException {
        pending("c", 1, "committed");
        pending("c", 1, "never used");

        assertThat(adopt(new Committed("c", 1, "committed"))).isZero();

        assertThat(living()).containsExactly("c:1:committed");
        assertThat(waiting()).isZero();
    }

    @Test
    @DisplayName("消された顧客の遅れた鍵は、生き返らない")
    void adoptsNothingOfWhoIsErased() throws SQLException {
        jdbc.sql("insert into ledger.data_key (customer_id, version, destroyed_at) values ('c', 1, clock_timestamp())")
                .update();
        pending("c", 2, "late");

        assertThat(adopt(new Committed("c", 2, "late"))).isZero();

        assertThat(living()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void tellsHowManyAreNowhere() throws SQLException {
        pending("c", 1, "here");

        assertThat(adopt(new Committed("c", 1, "here"), new Committed("d", 1, "lost"), new Committed("c", 1, "other")))
                .isEqualTo(2);
    }

    private int adopt(Committed... committed) throws SQLException {
        try (var connection = database.getConnection()) {
            return PendingKeys.adopt(connection, List.of(committed));
        }
    }

    private void pending(String customer, int version, String commitment) {
        jdbc.sql("insert into ledger.pending_key (customer_id, version, epoch, wrapped, commitment)"
                        + " values (?, ?, 1, 'wrapped', ?)")
                .param(customer)
                .param(version)
                .param(commitment)
                .update();
    }

    private List<@Nullable String> living() {
        return jdbc.sql("select customer_id || ':' || version || ':' || commitment from ledger.data_key"
                        + " where destroyed_at is null")
                .query(String.class)
                .list();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from ledger.pending_key")
                .query(Integer.class)
                .single();
    }
}

package org.consentledger.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Who rebuilds a projection: one process at a time, until it lets go or its connection to the database ends. */
@Component
class Claims {
    private static final int CLASS = 0x434c5242;

    private final DataSource dataSource;

    Claims(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lets go when it is closed. */
    record Claim(Connection connection, String projection) implements AutoCloseable {
        @Override
        public void close() {
            try (connection) {
                lock(connection, "select pg_advisory_unlock(?, hashtext(?))", projection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Empty where another has it. */
    Optional<Claim> claim(String projection) throws SQLException {
        var connection = dataSource.getConnection();
        boolean taken = false;
        try {
            taken = lock(connection, "select pg_try_advisory_lock(?, hashtext(?))", projection);
            return taken ? Optional.of(new Claim(connection, projection)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private static boolean lock(Connection connection, String sql, String projection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(sql)
                .params(CLASS, projection)
                .query(Boolean.class)
                .single();
    }
}

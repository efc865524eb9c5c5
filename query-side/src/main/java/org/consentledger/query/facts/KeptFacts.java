package org.consentledger.query.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Serving;
import org.consentledger.query.platform.Tables;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * All that the projection keeps, of one moment, however long it takes to read it: in the order of terms, customer and
 * position, with a few rows in memory.
 */
public final class KeptFacts implements AutoCloseable {
    private static final int FETCHED = 1_000;

    private static final String IN_ORDER = """
            select terms_id, '' collate "C" as customer_id, position, event_id, recorded_at, kind, fact
            from tables.standing_terms_fact
            union all
            select terms_id, customer_id, position, event_id, recorded_at, kind, fact
            from tables.standing_customer_fact
            order by terms_id, customer_id, position""";

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;

    private KeptFacts(Connection connection) {
        this.connection = new SingleConnectionDataSource(connection, true);
        this.jdbc = new JdbcTemplate(this.connection);
        jdbc.setFetchSize(FETCHED);
    }

    public static KeptFacts begin(DataSource dataSource) {
        try {
            var connection = dataSource.getConnection();
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new KeptFacts(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database cannot be reached", e);
        }
    }

    /** How many leaves the projection has included. */
    public long size() {
        return served().position() + 1;
    }

    private Serving.Served served() {
        return new Serving(JdbcClient.create(jdbc)).of(StandingProjection.NAME);
    }

    /** Facts about terms stand before those about customers with these terms; those about all terms before all others. */
    public Stream<FactRow> inOrder() {
        var tables = new Tables(JdbcClient.create(jdbc));
        var inOrder = Tables.reading(served().generation(), () -> tables.named(IN_ORDER));
        return jdbc.queryForStream(inOrder, (row, _) -> {
            var customer = row.getString("customer_id");
            return new FactRow(
                    row.getString("terms_id"),
                    customer.isEmpty() ? null : customer,
                    new Leaf(
                            row.getString("event_id"),
                            row.getLong("position"),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                    row.getString("kind"),
                    row.getString("fact"));
        });
    }

    @Override
    public void close() {
        connection.destroy();
    }
}

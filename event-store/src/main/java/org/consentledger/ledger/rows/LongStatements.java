package org.consentledger.ledger.rows;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Statements that rightly keep silent for longer than a connection waits for the database ({@code socketTimeout}): they
 * change large tables, or wait for somebody who does. Where the network is gone they hang, and nobody else with them.
 */
public final class LongStatements {
    private static final int WITHOUT_LIMIT = 0;

    private LongStatements() {}

    /** Allows them on this connection, until it is given back to its pool. */
    public static void allow(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, WITHOUT_LIMIT);
    }

    /** Allows them in the transaction that the calling thread is in, until its end. */
    public static void allowInTransaction(DataSource dataSource) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            allow(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database cannot be reached", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The same database, with connections that allow them. */
    public static DataSource allowing(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                try {
                    allow(connection);
                } catch (SQLException e) {
                    connection.close();
                    throw e;
                }
                return connection;
            }
        };
    }
}

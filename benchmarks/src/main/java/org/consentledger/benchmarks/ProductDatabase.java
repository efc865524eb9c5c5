package org.consentledger.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;

/** The PostgreSQL that belongs to a started product, with room for the databases of yardsticks beside the product's. */
final class ProductDatabase implements MeasuredPostgres, AutoCloseable {
    private final Product product;
    private final ProcessHandle process;
    private final Connection connection;

    private ProductDatabase(Product product, ProcessHandle process, Connection connection) {
        this.product = product;
        this.process = process;
        this.connection = connection;
    }

    static ProductDatabase of(Product product) throws IOException, SQLException {
        return new ProductDatabase(product, product.databaseProcess(), product.database());
    }

    /** Makes an empty database of that name, also where there was another. */
    ServiceDatabase create(String name) throws IOException, SQLException {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name);
        return product.databaseNamed(name);
    }

    /** Answers the first value of the first row. */
    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The last leaf that is in every projection; -1 for none. */
    long visible() throws SQLException {
        try (var look = lookAtVisible()) {
            return visible(look);
        }
    }

    /** For who looks often. */
    PreparedStatement lookAtVisible() throws SQLException {
        return connection.prepareStatement("select min(coalesce(reached.position, -1))"
                + " from query.serving left join query.reached using (projection)");
    }

    static long visible(PreparedStatement look) throws SQLException {
        try (var row = look.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until every projection has included every leaf that there is now. */
    void awaitProjections() throws SQLException {
        long size = number("select size from ledger.tree");
        long _ = BoundedWait.until(() -> Optional.of(look()).filter(position -> position + 1 >= size), this::look);
    }

    private long look() {
        try {
            return visible();
        } catch (SQLException e) {
            throw new IllegalStateException("the projections are not told", e);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public ProcessHandle process() {
        return process;
    }

    @Override
    public void checkpoint() {
        try {
            execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("no checkpoint", e);
        }
    }

    @Override
    public String version() {
        try {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

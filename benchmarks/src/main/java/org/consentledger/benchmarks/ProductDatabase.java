package org.consentledger.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;

/** The PostgreSQL that belongs to a started product, with room for the databases of yardsticks beside the product's. */
final class ProductDatabase implements MeasuredPostgres, AutoCloseable {
    private final ProductProcess product;
    private final ProcessHandle process;
    private final Connection connection;

    private ProductDatabase(ProductProcess product, ProcessHandle process, Connection connection) {
        this.product = product;
        this.process = process;
        this.connection = connection;
    }

    static ProductDatabase of(ProductProcess product) throws IOException, SQLException {
        return new ProductDatabase(product, product.databaseProcess(), product.database());
    }

    /** Makes an empty database of that name, also where there was another. */
    ServiceDatabase create(String name) throws IOException, SQLException {
        execute("drop database if exists " + name);
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

    private void execute(String sql) throws SQLException {
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

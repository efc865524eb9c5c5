package org.consentledger.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** All connections that the database of a product takes, in the hands of somebody else. */
final class TakenConnections implements AutoCloseable {
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String ALL_ARE_TAKEN = "select count(*) = current_setting('max_connections')::int"
            + " from pg_stat_activity where application_name = 'somebody else'";
    private static final String END_ALL_OTHERS = "select count(pg_terminate_backend(pid, 5000))"
            + " from pg_stat_activity where backend_type = 'client backend' and application_name <> 'somebody else'";

    private final Deque<Connection> taken = new ArrayDeque<>();
    private final StartedProduct product;

    private TakenConnections(StartedProduct product) {
        this.product = product;
    }

    /** Takes them while the product is stopped, which would open one of its own for each that it loses. */
    static TakenConnections of(StartedProduct product) throws Exception {
        var connections = new TakenConnections(product);
        product.signal("STOP");
        try {
            connections.takeAll();
        } finally {
            product.signal("CONT");
        }
        return connections;
    }

    private void takeAll() throws Exception {
        takeWhatIsFree();
        while (!ask(ALL_ARE_TAKEN).equals("t")) {
            ask(END_ALL_OTHERS);
            takeWhatIsFree();
        }
    }

    private void takeWhatIsFree() throws Exception {
        try {
            while (true) {
                var connection = product.connect();
                taken.push(connection);
                try (var statement = connection.createStatement()) {
                    statement.execute("set application_name = 'somebody else'");
                }
            }
        } catch (SQLException e) {
            if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (var statement = taken.getFirst().createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }
}

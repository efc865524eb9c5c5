package org.consentledger.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** All connections that the database of a product takes, in the hands of somebody else. */
final class TakenConnections implements AutoCloseable {
    private static final String TOO_MANY_CONNECTIONS = "53300";
    /** One that has only just been asked for is not seen yet. */
    private static final int ROUNDS_WITHOUT = 3;

    /** While it is being opened, which takes long on a busy machine, it has no database yet. */
    private static final String OF_THE_PRODUCT = " from pg_stat_activity where backend_type = 'client backend'"
            + " and (datname = 'ledger' or state = 'starting') and application_name <> 'somebody else'";

    private final Deque<Connection> taken = new ArrayDeque<>();
    private final StartedProduct product;

    private TakenConnections(StartedProduct product) {
        this.product = product;
    }

    /** Ends the product's own again and again, and takes them, until it has none. */
    static TakenConnections of(StartedProduct product) throws Exception {
        var connections = new TakenConnections(product);
        for (int without = 0; without < ROUNDS_WITHOUT; ) {
            connections.takeWhatIsFree();
            without = connections.endThoseOfTheProduct() == 0 ? without + 1 : 0;
        }
        return connections;
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

    private int endThoseOfTheProduct() throws SQLException {
        try (var statement = taken.getFirst().createStatement();
                var row = statement.executeQuery("select count(pg_terminate_backend(pid, 5000))" + OF_THE_PRODUCT)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }
}

package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/**
 * New data keys on their way into a ledger whose events live elsewhere. The key must be safe before an event is stored
 * that it sealed, and that event may be stored without this database hearing of it: so the key is kept here first, and
 * becomes one of the customer's where the commitment to it is followed. One whose event never came to be is nobody's.
 */
final class PendingKeys {
    private static final String KEEP = """
            insert into ledger.pending_key (customer_id, version, epoch, wrapped, commitment)
            select * from unnest(?::text[], ?::int[], ?::int[], ?::bytea[], ?::text[]) on conflict do nothing""";

    private static final String ADOPT = """
            insert into ledger.data_key (customer_id, version, epoch, wrapped, commitment)
            select customer_id, version, p.epoch, p.wrapped, commitment
            from ledger.pending_key p
            join unnest(?::text[], ?::int[], ?::text[]) c(customer_id, version, commitment)
                using (customer_id, version, commitment)
            on conflict do nothing""";

    private static final String FORGET = "delete from ledger.pending_key where customer_id = any(?::text[])";

    private final DataSource dataSource;

    PendingKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A commitment that was followed. */
    record Committed(String customerId, int version, String commitment) {}

    /** Keeps the keys that the group makes, in a transaction of its own, which is over when it returns. */
    void keep(PlacedGroup group) throws SQLException {
        var making = group.customers().filter(CustomerOfUnit::makesKey).toList();
        if (making.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            var arrays = new Arrays<>(connection, making);
            statement.setArray(1, arrays.of("text", CustomerOfUnit::customerId, String[]::new));
            statement.setArray(2, arrays.of("int4", c -> c.usedKey().version(), Integer[]::new));
            statement.setArray(3, arrays.of("int4", c -> c.madeKey().epoch(), Integer[]::new));
            statement.setArray(4, arrays.of("bytea", c -> c.madeKey().wrapped(), byte[][]::new));
            statement.setArray(5, arrays.of("text", c -> c.usedKey().commitment(), String[]::new));
            statement.executeUpdate();
        }
    }

    /** Makes the keys committed to their customers'; what else was kept for these customers was never used. */
    static void adopt(Connection connection, List<Committed> committed) throws SQLException {
        if (committed.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(ADOPT)) {
            var arrays = new Arrays<>(connection, committed);
            statement.setArray(1, arrays.of("text", Committed::customerId, String[]::new));
            statement.setArray(2, arrays.of("int4", Committed::version, Integer[]::new));
            statement.setArray(3, arrays.of("text", Committed::commitment, String[]::new));
            statement.executeUpdate();
        }
        forget(connection, committed.stream().map(Committed::customerId).toList());
    }

    static void forget(Connection connection, List<String> customers) throws SQLException {
        if (customers.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, new Arrays<>(connection, customers).of("text", c -> c, String[]::new));
            statement.executeUpdate();
        }
    }

    private record Arrays<R>(Connection connection, List<R> rows) {
        <E> java.sql.Array of(String type, Function<R, E> column, IntFunction<E[]> typed) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(column).toArray(typed));
        }
    }
}

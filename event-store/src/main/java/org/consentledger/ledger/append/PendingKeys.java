package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
            where not exists (
                select from ledger.data_key d where d.customer_id = p.customer_id and d.destroyed_at is not null)
            for update of p
            on conflict do nothing""";

    private static final String MISSING = """
            select count(*) from unnest(?::text[], ?::int[], ?::text[]) c(customer_id, version, commitment)
            where not exists (
                select from ledger.data_key d where d.customer_id = c.customer_id
                    and (d.destroyed_at is not null or d.version = c.version and d.commitment = c.commitment))""";

    private static final String FORGET = "delete from ledger.pending_key where customer_id = any(?::text[])";

    private final DataSource dataSource;

    PendingKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A commitment that was followed. */
    record Committed(String customerId, int version, String commitment) {}

    /**
     * Keeps the keys that the units make, in a transaction of its own, which is over when it returns. Whoever calls it
     * holds no lock, since he would keep all others waiting for a connection.
     */
    void keep(List<UnitToAppend> units) throws SQLException {
        var making = units.stream()
                .flatMap(unit -> unit.customers().stream())
                .filter(CustomerOfUnit::makesKey)
                .toList();
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

    /**
     * Makes the keys committed to their customers', but for those erased; what else was kept for these customers was never
     * used.
     *
     * @return how many of them are nowhere
     */
    static int adopt(Connection connection, List<Committed> committed) throws SQLException {
        if (committed.isEmpty()) {
            return 0;
        }
        try (var adopt = connection.prepareStatement(ADOPT);
                var missing = connection.prepareStatement(MISSING)) {
            set(adopt, connection, committed);
            adopt.executeUpdate();
            set(missing, connection, committed);
            forget(connection, committed.stream().map(Committed::customerId).toList());
            try (var row = missing.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void set(PreparedStatement statement, Connection connection, List<Committed> committed)
            throws SQLException {
        var arrays = new Arrays<>(connection, committed);
        statement.setArray(1, arrays.of("text", Committed::customerId, String[]::new));
        statement.setArray(2, arrays.of("int4", Committed::version, Integer[]::new));
        statement.setArray(3, arrays.of("text", Committed::commitment, String[]::new));
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

package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.consentledger.ledger.append.PlacedGroup.PlacedEvent;
import org.consentledger.ledger.tree.Growth.CompletedTile;

/** Writes a group by one statement, and destroys keys by another where it erases somebody: a column of all rows is one array, so the way to the database is gone once. */
final class GroupInsert {
    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter;

    private GroupInsert(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    static void run(Connection connection, PlacedGroup group) throws SQLException {
        var tiles = group.growth().completedTiles();
        var claiming =
                group.units().stream().filter(u -> u.unit().claim() != null).toList();
        var making = group.customers().filter(CustomerOfUnit::makesKey).toList();
        String sql = AppendStatements.insert(!tiles.isEmpty(), !claiming.isEmpty(), !making.isEmpty());
        try (var statement = connection.prepareStatement(sql)) {
            new GroupInsert(connection, statement).insert(group, tiles, claiming, making);
        }
        var erased = group.customers().filter(CustomerOfUnit::isErased).toList();
        if (!erased.isEmpty()) {
            try (var statement = connection.prepareStatement(AppendStatements.ERASE)) {
                new GroupInsert(connection, statement).erase(erased, group.recordedAt());
            }
        }
    }

    private void erase(List<CustomerOfUnit> erased, Instant recordedAt) throws SQLException {
        for (int part = 1; part <= 2; part++) {
            set(recordedAt.atOffset(ZoneOffset.UTC));
            array("text", erased, CustomerOfUnit::customerId, String[]::new);
        }
        statement.executeUpdate();
    }

    private void insert(
            PlacedGroup group, List<CompletedTile> tiles, List<PlacedUnit> claiming, List<CustomerOfUnit> making)
            throws SQLException {
        OffsetDateTime recordedAt = group.recordedAt().atOffset(ZoneOffset.UTC);
        set(recordedAt);
        events(group.events());
        leaves(group.events());
        tiles(tiles);
        keys(claiming);
        dataKeys(making);
        set(group.growth().size());
        set(group.growth().root().bytes());
        set(recordedAt);
        if (statement.executeUpdate() != 1) {
            throw new SQLException("the tree has no row to advance");
        }
    }

    private void events(List<PlacedEvent> events) throws SQLException {
        array("bigint", events, PlacedEvent::position, Long[]::new);
        array("uuid", events, e -> e.event().eventId(), UUID[]::new);
        array("text", events, e -> e.event().aggregateType(), String[]::new);
        array("text", events, e -> e.event().aggregateId(), String[]::new);
        array("bigint", events, e -> e.event().seq(), Long[]::new);
        array("text", events, e -> e.event().payloadType(), String[]::new);
        array("text", events, e -> e.event().payloadRevision(), String[]::new);
        bytes(events, e -> e.event().payload());
        bytes(events, e -> e.event().metaData());
    }

    private void leaves(List<PlacedEvent> events) throws SQLException {
        array("bigint", events, PlacedEvent::position, Long[]::new);
        array("uuid", events, e -> e.event().eventId(), UUID[]::new);
        bytes(events, e -> e.leaf().bytes());
        bytes(events, PlacedEvent::statement);
    }

    private void tiles(List<CompletedTile> tiles) throws SQLException {
        if (tiles.isEmpty()) {
            return;
        }
        array("int4", tiles, CompletedTile::tileLevel, Integer[]::new);
        array("bigint", tiles, CompletedTile::index, Long[]::new);
        bytes(tiles, t -> t.hash().bytes());
    }

    private void keys(List<PlacedUnit> units) throws SQLException {
        if (units.isEmpty()) {
            return;
        }
        var claims = units.stream().map(GroupInsert::claimOf).toList();
        array("text", claims, IdempotencyClaim::customerId, String[]::new);
        array("text", claims, IdempotencyClaim::key, String[]::new);
        bytes(claims, IdempotencyClaim::fingerprint);
        array("int4", claims, IdempotencyClaim::keyVersion, Integer[]::new);
        array("bigint", units, PlacedUnit::firstPosition, Long[]::new);
        array("bigint", units, PlacedUnit::lastPosition, Long[]::new);
    }

    private void dataKeys(List<CustomerOfUnit> customers) throws SQLException {
        if (customers.isEmpty()) {
            return;
        }
        array("text", customers, CustomerOfUnit::customerId, String[]::new);
        array("int4", customers, customer -> customer.usedKey().version(), Integer[]::new);
        array("int4", customers, customer -> customer.madeKey().epoch(), Integer[]::new);
        bytes(customers, customer -> customer.madeKey().wrapped());
        array("text", customers, customer -> customer.usedKey().commitment(), String[]::new);
    }

    private static IdempotencyClaim claimOf(PlacedUnit unit) {
        return Objects.requireNonNull(unit.unit().claim());
    }

    /** @param typed makes the array of the elements' own type, which the driver sends as it is instead of as text */
    private <T, E> void array(String type, List<T> rows, Function<T, E> column, IntFunction<E[]> typed)
            throws SQLException {
        set(connection.createArrayOf(type, rows.stream().map(column).toArray(typed)));
    }

    private <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
        array("bytea", rows, column, byte[][]::new);
    }

    private void set(Object value) throws SQLException {
        statement.setObject(++parameter, value);
    }
}

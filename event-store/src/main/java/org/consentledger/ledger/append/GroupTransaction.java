package org.consentledger.ledger.append;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.append.HeldByLedger.LastDataKey;
import org.consentledger.ledger.rows.EventSearch;
import org.consentledger.ledger.tree.Edge;

/** One group, one transaction: lock the tree, judge, insert, commit. Its connection is the caller's. */
final class GroupTransaction {
    private final Connection connection;
    private final List<UnitToAppend> group;
    private final Map<UnitToAppend, RuntimeException> refused = new LinkedHashMap<>();

    GroupTransaction(Connection connection, List<UnitToAppend> group) {
        this.connection = connection;
        this.group = group;
    }

    /** The units that do not fit; meaningful once the transaction is over. */
    Map<UnitToAppend, RuntimeException> refused() {
        return refused;
    }

    /**
     * Locks, judges and inserts; empty where every unit was refused.
     *
     * @throws SQLException and nothing was stored
     */
    Optional<PlacedGroup> insert(Edge remembered) throws SQLException {
        var locked = lock();
        var placed = place(locked, locked.tree().now(), remembered);
        if (placed.isPresent()) {
            GroupInsert.run(connection, placed.get());
        }
        return placed;
    }

    /** What is there once the tree is locked. */
    record Locked(LockedTree tree, HeldByLedger held) {}

    /** Locks the tree until the transaction ends, and reads what the group is judged by. */
    Locked lock() throws SQLException {
        connection.setAutoCommit(false);
        return lockAndRead();
    }

    /** Judges the units and gives those admitted their places; empty where every one was refused. */
    Optional<PlacedGroup> place(Locked locked, Instant recordedAt, Edge remembered) throws SQLException {
        var admitted = admit(new Admission(locked.held()));
        return admitted.isEmpty()
                ? Optional.empty()
                : Optional.of(PlacedGroup.of(admitted, recordedAt, locked.tree().edge(connection, remembered)));
    }

    private List<UnitToAppend> admit(Admission admission) throws SQLException {
        var admitted = new ArrayList<UnitToAppend>();
        for (var unit : group) {
            var why = unit.standsAlone() && happenedSince(unit) ? overtaken() : admission.judge(unit);
            if (why == null) {
                admitted.add(unit);
            } else {
                refused.put(unit, why);
            }
        }
        return admitted;
    }

    private boolean happenedSince(UnitToAppend unit) throws SQLException {
        for (var premise : unit.nothingSince()) {
            if (EventSearch.first(connection, premise.criteria(), premise.from())
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static ConcurrencyException overtaken() {
        return new ConcurrencyException("what was decided rests on something that did not happen, and it did");
    }

    private Locked lockAndRead() throws SQLException {
        var aggregates = group.stream()
                .flatMap(unit -> Stream.concat(
                        unit.events().stream().map(EventToAppend::aggregateId),
                        unit.stands().stream().map(Premise.Stands::aggregateId)))
                .distinct()
                .toArray(String[]::new);
        var claims =
                group.stream().map(UnitToAppend::claim).filter(Objects::nonNull).toList();
        var customers = group.stream()
                .flatMap(unit -> unit.customers().stream())
                .map(CustomerOfUnit::customerId)
                .distinct()
                .toArray(String[]::new);
        try (var statement = connection.prepareStatement(AppendStatements.LOCK_AND_READ)) {
            statement.setArray(1, text(aggregates));
            statement.setArray(
                    2, text(claims.stream().map(IdempotencyClaim::customerId).toArray(String[]::new)));
            statement.setArray(
                    3, text(claims.stream().map(IdempotencyClaim::key).toArray(String[]::new)));
            statement.setArray(4, text(customers));
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            LockedTree tree;
            try (var row = statement.getResultSet()) {
                tree = LockedTree.of(row);
            }
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return new Locked(tree, held(rows));
            }
        }
    }

    private static HeldByLedger held(ResultSet rows) throws SQLException {
        var heads = new HashMap<String, Long>();
        var taken = new HashSet<HeldByLedger.Key>();
        var dataKeys = new HashMap<String, LastDataKey>();
        int epoch = 0;
        while (rows.next()) {
            String id = rows.getString(1);
            String key = rows.getString(2);
            if (id == null) {
                epoch = rows.getInt(3);
            } else if (key == null) {
                heads.put(id, rows.getLong(3));
            } else if (key.isEmpty()) {
                dataKeys.put(id, new LastDataKey(rows.getInt(3), rows.getString(4)));
            } else {
                taken.add(new HeldByLedger.Key(id, key));
            }
        }
        return new HeldByLedger(heads, taken, dataKeys, epoch);
    }

    private Array text(String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }
}

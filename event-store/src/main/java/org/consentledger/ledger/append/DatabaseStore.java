package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.ledger.tree.Edge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores groups in the database, where the events live; one group, one transaction. */
final class DatabaseStore implements GroupStore {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStore.class);

    private final DataSource dataSource;
    private final Signing signing;
    private final Head head;
    private Edge edge = Edge.EMPTY;

    DatabaseStore(DataSource dataSource, Signing signing, Head head) {
        this.dataSource = dataSource;
        this.signing = signing;
        this.head = head;
    }

    @Override
    public void store(List<UnitToAppend> group) {
        try (var connection = dataSource.getConnection()) {
            append(group, connection);
        } catch (SQLException e) {
            Answers.refuse(group, new LedgerUnavailable("the database cannot be reached", e));
        } catch (RuntimeException e) {
            LOG.error("a group of {} units of work could not be appended", group.size(), e);
            Answers.refuse(group, e);
        } catch (Error e) {
            Answers.refuse(group, new OutcomeUnknown(e));
            throw e;
        }
    }

    private void append(List<UnitToAppend> group, Connection connection) throws SQLException {
        var transaction = new GroupTransaction(connection, group);
        PlacedGroup placed;
        try {
            placed = transaction.insert(edge).orElse(null);
        } catch (SQLException e) {
            Answers.rollback(connection);
            insertFailed(group, connection, e);
            return;
        } catch (RuntimeException e) {
            Answers.rollback(connection);
            throw e;
        }
        if (placed == null) {
            Answers.rollback(connection);
        } else if (!commit(connection, placed, group)) {
            return;
        }
        transaction.refused().forEach(UnitToAppend::refuse);
    }

    /** What went wrong may be one unit's fault: then each is tried alone, and only the guilty one fails. */
    private void insertFailed(List<UnitToAppend> group, Connection connection, SQLException e) throws SQLException {
        if (!SqlState.blamesTheData(e)) {
            LOG.warn("a group of {} units of work was not appended", group.size(), e);
            Answers.refuse(group, new LedgerUnavailable("the database did not take the events", e));
        } else if (group.size() == 1) {
            Answers.refuse(group, new EventRefused(e));
        } else {
            for (var unit : group) {
                append(List.of(unit), connection);
            }
        }
    }

    /** Where it fails nobody is told more than that, since a refused unit may have met one of this very group. */
    private boolean commit(Connection connection, PlacedGroup placed, List<UnitToAppend> group) {
        try {
            connection.commit();
        } catch (SQLException e) {
            LOG.warn("the commit of {} units of work failed", placed.units().size(), e);
            Answers.refuse(
                    group,
                    SqlState.saysRolledBack(e)
                            ? new LedgerUnavailable("the database rolled back", e)
                            : new OutcomeUnknown(e));
            return false;
        }
        edge = placed.growth().edge();
        Answers.stored(placed, signing);
        head.reached(placed.growth().size());
        return true;
    }
}

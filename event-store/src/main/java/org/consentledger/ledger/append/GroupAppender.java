package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.consentledger.ledger.tree.Edge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends for all threads of this process, on one thread of its own: while one group is committed and signed the next
 * one piles up ({@link WaitingUnits}), so the more is written at once, the fewer commits it takes. Several processes may
 * append to one ledger; the lock on the tree row orders them.
 */
public final class GroupAppender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

    private static final long STOP_SECONDS = 30;

    private final DataSource dataSource;
    private final Signing signing;
    private final Head head;
    private final WaitingUnits waiting = new WaitingUnits();
    private final Thread thread = new Thread(this::run, "ledger-append");
    private Edge edge = Edge.EMPTY;

    public GroupAppender(DataSource dataSource, Signing signing, Head head) {
        this.dataSource = dataSource;
        this.signing = signing;
        this.head = head;
        thread.start();
    }

    /** Appends events that rest on nothing but their own aggregates, and are about no customer. */
    public Appending append(List<EventToAppend> events, @Nullable IdempotencyClaim claim) {
        return append(events, claim, List.of(), List.of());
    }

    /**
     * Appends the events of one unit of work, all or none, and returns when they are durable and the signer is done.
     *
     * @param premises what it rests on beside the aggregates of its events
     * @param customers whom they are about; they are refused where one of them is erased
     * @throws org.axonframework.modelling.command.ConcurrencyException where an aggregate has moved on, or a premise
     *     holds no longer;
     *     {@link org.axonframework.modelling.command.AggregateStreamCreationException} where it should begin and is there
     * @throws IdempotencyKeyTaken where the claim's key is stored already
     * @throws DataKeyTaken where a customer has another data key than the one used
     * @throws org.consentledger.ledger.personal.CustomerErased where a customer is erased
     * @throws OutcomeUnknown where the database did not say whether it committed
     * @throws RuntimeException of this package otherwise: nothing was stored
     */
    public Appending append(
            List<EventToAppend> events,
            @Nullable IdempotencyClaim claim,
            List<Premise> premises,
            List<CustomerOfUnit> customers) {
        signing.admit();
        var unit = new UnitToAppend(events, claim, premises, customers);
        waiting.add(unit);
        try {
            return unit.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        } finally {
            waiting.answered();
        }
    }

    private void run() {
        try {
            for (var group = waiting.nextGroup(); !group.isEmpty(); group = waiting.nextGroup()) {
                append(group);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the appender", e);
        }
    }

    private void append(List<UnitToAppend> group) {
        try (var connection = dataSource.getConnection()) {
            append(group, connection);
        } catch (SQLException e) {
            refuse(group, new LedgerUnavailable("the database cannot be reached", e));
        } catch (RuntimeException e) {
            LOG.error("a group of {} units of work could not be appended", group.size(), e);
            refuse(group, e);
        } catch (Error e) {
            refuse(group, new OutcomeUnknown(e));
            throw e;
        }
    }

    private void append(List<UnitToAppend> group, Connection connection) throws SQLException {
        var transaction = new GroupTransaction(connection, group);
        PlacedGroup placed;
        try {
            placed = transaction.insert(edge).orElse(null);
        } catch (SQLException e) {
            rollback(connection);
            insertFailed(group, connection, e);
            return;
        } catch (RuntimeException e) {
            rollback(connection);
            throw e;
        }
        if (placed == null) {
            rollback(connection);
        } else if (!commit(connection, placed, group)) {
            return;
        }
        transaction.refused().forEach(UnitToAppend::refuse);
    }

    /** What went wrong may be one unit's fault: then each is tried alone, and only the guilty one fails. */
    private void insertFailed(List<UnitToAppend> group, Connection connection, SQLException e) throws SQLException {
        if (!SqlState.blamesTheData(e)) {
            LOG.warn("a group of {} units of work was not appended", group.size(), e);
            refuse(group, new LedgerUnavailable("the database did not take the events", e));
        } else if (group.size() == 1) {
            refuse(group, new EventRefused(e));
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
            refuse(
                    group,
                    SqlState.saysRolledBack(e)
                            ? new LedgerUnavailable("the database rolled back", e)
                            : new OutcomeUnknown(e));
            return false;
        }
        edge = placed.growth().edge();
        var covering = cover(placed);
        for (var unit : placed.units()) {
            unit.unit().stored(unit.firstPosition(), placed.recordedAt(), covering);
        }
        head.reached(placed.growth().size());
        return true;
    }

    /** The group is stored, so nothing that the signer may do wrong turns into a failed command. */
    private CompletableFuture<Optional<Covering>> cover(PlacedGroup placed) {
        try {
            return signing.cover(placed.committed());
        } catch (RuntimeException e) {
            LOG.error("the signer did not take size {}", placed.growth().size(), e);
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("the connection was lost before the rollback, which it amounts to", e);
        }
    }

    /** Fails those of them that have no answer yet. */
    private static void refuse(List<UnitToAppend> units, RuntimeException why) {
        units.forEach(unit -> unit.refuse(why));
    }

    /** Appends what is waiting already and then ends. */
    @Override
    public void close() {
        waiting.close();
        try {
            if (!thread.join(Duration.ofSeconds(STOP_SECONDS))) {
                LOG.error("the appender did not end within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

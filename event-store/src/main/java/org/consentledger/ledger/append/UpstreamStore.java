package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.StoredEvent;
import org.consentledger.ledger.tree.Edge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores groups where the events live, and then in this database, which follows. Under the lock of this database, once it
 * has followed to the end, a group is judged as if the events lived here; it is stored there; and it is inserted here.
 * Where the last step fails the facts stand all the same: whoever follows next takes them over.
 */
final class UpstreamStore implements GroupStore {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamStore.class);
    private static final int MOST_TRIES = 5;
    private static final long PATIENCE_SECONDS = 2;

    private final DataSource dataSource;
    private final Signing signing;
    private final Head head;
    private final Following following;
    private final PendingKeys pendingKeys;
    private final EventRows rows;
    private Edge edge = Edge.EMPTY;
    private boolean outage;

    UpstreamStore(DataSource dataSource, Signing signing, Head head, Following following) {
        this.dataSource = dataSource;
        this.signing = signing;
        this.head = head;
        this.following = following;
        this.pendingKeys = new PendingKeys(dataSource);
        this.rows = new EventRows(dataSource);
    }

    @Override
    public void admit() {
        following.admit();
    }

    @Override
    public void store(List<UnitToAppend> group) {
        try {
            if (outage) {
                // Whoever asks a question waits for the lock, so nobody waits under it for what does not answer.
                following.upstream().last();
            }
            keepKeys(group);
            storeFollowing(group);
        } catch (RuntimeException e) {
            tell(group, e);
            Answers.refuse(group, e);
        } catch (Error e) {
            Answers.refuse(group, new OutcomeUnknown(e));
            throw e;
        }
    }

    private void storeFollowing(List<UnitToAppend> group) {
        try {
            for (int tried = 1; !isStored(group); tried++) {
                if (tried == MOST_TRIES) {
                    throw new LedgerUnavailable("the database does not come to the end of the events");
                }
                following.follow();
            }
            outage = false;
        } catch (EventRefused | ConcurrencyException e) { // nothing was stored; one of them alone may be the cause
            if (group.size() == 1) {
                throw e;
            }
            group.forEach(unit -> store(List.of(unit)));
        }
    }

    /** An outage is told once in full; it may last for many groups. */
    private void tell(List<UnitToAppend> group, RuntimeException why) {
        boolean endsByItself = why instanceof LedgerUnavailable || why instanceof OutcomeUnknown;
        if (endsByItself && outage) {
            LOG.warn("a group of {} units of work was not appended: {}", group.size(), why.getMessage());
        } else {
            LOG.warn("a group of {} units of work was not appended", group.size(), why);
        }
        outage |= endsByItself;
    }

    private void keepKeys(List<UnitToAppend> group) {
        try {
            pendingKeys.keep(group);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be reached", e);
        }
    }

    /** Whether its units have their answers; otherwise this database must follow first, and nothing was stored. */
    private boolean isStored(List<UnitToAppend> group) {
        try (var connection = dataSource.getConnection()) {
            return isStored(group, connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be reached", e);
        }
    }

    private boolean isStored(List<UnitToAppend> group, Connection connection) throws SQLException {
        var transaction = new GroupTransaction(connection, group);
        Optional<PlacedGroup> placed;
        try {
            var locked = transaction.lock();
            if (!following.isAtTheEnd(connection, locked.tree().size())) {
                connection.rollback();
                return false;
            }
            placed = transaction.place(locked, wholeMillis(locked.tree().now()), edge);
            if (placed.isPresent()) {
                checkStillLocked(connection);
                following.upstream().append(placed.get().upstream());
            }
        } catch (SQLException | RuntimeException e) {
            Answers.rollback(connection);
            throw e;
        }
        if (placed.isEmpty()) {
            Answers.rollback(connection);
        } else if (!insert(connection, placed.get())) {
            // What they were refused for may have been one of this very group, which nobody finds here yet.
            var why = new OutcomeUnknown("events of others are stored, and the database has not followed", null);
            Answers.refuse(List.copyOf(transaction.refused().keySet()), why);
            return true;
        }
        transaction.refused().forEach(UnitToAppend::refuse);
        return true;
    }

    /** A process that stood still may have lost the lock with its connection; then nothing is stored anywhere. */
    private static void checkStillLocked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** The time that goes with the events has milliseconds; rounded up, it stays later than all that was recorded. */
    private static Instant wholeMillis(Instant time) {
        var whole = time.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(time) ? whole : whole.plusMillis(1);
    }

    /** The facts stand, whatever becomes of the rows. Whether those are there. */
    private boolean insert(Connection connection, PlacedGroup placed) {
        try {
            if (following.holds(placed)) {
                GroupInsert.run(connection, placed);
                PendingKeys.forget(connection, placed.keyOwners());
                connection.commit();
                edge = placed.growth().edge();
                Answers.stored(placed, signing);
                head.reached(placed.growth().size());
                return true;
            }
            Answers.rollback(connection);
            LOG.warn("others stored events meanwhile");
            following.follow();
        } catch (SQLException | RuntimeException e) {
            LOG.warn(
                    "{} events are stored, and the database is to follow",
                    placed.events().size(),
                    e);
            Answers.rollback(connection);
        }
        return settle(placed);
    }

    /**
     * Waits a moment for whoever follows, and tells each unit its place where it has one by then. Whether all have.
     */
    private boolean settle(PlacedGroup placed) {
        boolean followed;
        try {
            followed =
                    head.awaitBeyond(placed.before() + placed.events().size() - 1, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the appender", e);
        }
        boolean all = followed;
        for (var unit : placed.units()) {
            var row = followed ? find(unit.unit()) : Optional.<StoredEvent>empty();
            if (row.isPresent()) {
                unit.unit()
                        .stored(
                                row.get().position(),
                                row.get().recordedAt(),
                                CompletableFuture.completedFuture(Optional.empty()));
                continue;
            }
            all = false;
            if (unit.unit().customers().stream().anyMatch(CustomerOfUnit::isErased)) {
                // Who is told that a customer is erased must find his keys destroyed.
                unit.unit()
                        .refuse(new OutcomeUnknown("the erasure is stored, and the database has not followed", null));
            } else {
                unit.unit().storedElsewhere();
            }
        }
        return all;
    }

    private Optional<StoredEvent> find(UnitToAppend unit) {
        try {
            return rows.withId(unit.events().getFirst().eventId());
        } catch (RuntimeException e) {
            LOG.warn("the database does not tell whether it has followed", e);
            return Optional.empty();
        }
    }
}

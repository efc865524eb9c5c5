package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.consentledger.ledger.personal.RememberedErasure;
import org.consentledger.ledger.rows.LedgerDamaged;
import org.consentledger.ledger.tree.Edge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has this database follow where the events live: it takes over, under the ledger's lock and in their order, what is
 * stored there and not here. An event's place there is its leaf index here. Where that cannot be, it stops for good:
 * nothing more is followed or appended by this process, until an operator has looked and starts it again.
 */
public final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int PAGE = 1_000;

    private final DataSource dataSource;
    private final Upstream upstream;
    private final Head head;
    private final Consumer<List<RememberedErasure>> onErased;
    private volatile @Nullable String alarm;
    private Edge edge = Edge.EMPTY;

    /** How many events are asked for and how many groups taken at once: half as many after a failure. */
    private int atOnce = PAGE;

    /** @param onErased takes the erasures that were followed */
    public Following(DataSource dataSource, Upstream upstream, Head head, Consumer<List<RememberedErasure>> onErased) {
        this.dataSource = dataSource;
        this.upstream = upstream;
        this.head = head;
        this.onErased = onErased;
    }

    /** Why it stopped; empty while it goes on. */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    /**
     * Follows to the end.
     *
     * @return how many leaves the ledger holds then
     * @throws WritesSuspended where it has stopped
     * @throws LedgerUnavailable where one of both does not answer; what was followed before that is kept
     */
    public synchronized long follow() {
        admit();
        try (var connection = dataSource.getConnection()) {
            var end = page(connection, atOnce);
            while (end.isEmpty()) {
                end = page(connection, atOnce);
            }
            return end.get();
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database did not follow", e);
        }
    }

    void admit() {
        var why = alarm;
        if (why != null) {
            throw new WritesSuspended(why);
        }
    }

    Upstream upstream() {
        return upstream;
    }

    /**
     * Whether this database has followed to the end, for whoever holds the ledger's lock.
     *
     * @throws WritesSuspended where what is stored upstream is not what was followed
     */
    boolean isAtTheEnd(Connection connection, long size) throws SQLException {
        try {
            long last = last(size);
            checkLastFollowed(
                    size,
                    size == 0 ? null : upstream.between(size - 1, size - 1).getFirst(),
                    connection);
            return last == size - 1;
        } catch (UpstreamDamaged e) {
            throw stop(e);
        }
    }

    /** Whether the group that was just stored upstream stands where it was placed. */
    boolean holds(PlacedGroup placed) {
        try {
            var found = upstream.between(
                    placed.before(), placed.before() + placed.events().size() - 1);
            return found.stream()
                    .map(event -> event.event().eventId())
                    .toList()
                    .equals(placed.events().stream()
                            .map(event -> event.event().eventId())
                            .toList());
        } catch (UpstreamDamaged e) {
            throw stop(e);
        }
    }

    private long last(long size) {
        long last = upstream.last();
        if (last < size - 1) {
            throw new UpstreamDamaged("the events end at " + last + " though this database has followed them to "
                    + (size - 1) + ": an older state of them was put back");
        }
        return last;
    }

    /** The size of the ledger where nothing more is to be followed. Groups are taken whole. */
    private Optional<Long> page(Connection connection, long most) throws SQLException {
        try {
            long size =
                    new GroupTransaction(connection, List.of()).lock().tree().size();
            long last = last(size);
            var page = upstream.between(Math.max(size - 1, 0), Math.min(last, size + most));
            var newest = checkLastFollowed(size, size == 0 || page.isEmpty() ? null : page.getFirst(), connection);
            var groups = FollowedGroup.of(page.subList(size == 0 ? 0 : 1, page.size()), newest);
            boolean whole = size + most >= last;
            if (groups.isEmpty()) {
                connection.rollback();
                return Optional.of(size);
            }
            if (!whole && groups.size() == 1) {
                connection.rollback();
                return page(connection, 2 * most);
            }
            int taken = Math.min(atOnce, groups.size() - (whole ? 0 : 1));
            atOnce = isTaken(connection, size, groups.subList(0, taken))
                    ? Math.min(PAGE, 2 * atOnce)
                    : Math.max(1, taken / 2);
            return Optional.empty();
        } catch (UpstreamDamaged e) {
            Answers.rollback(connection);
            throw stop(e);
        } catch (LedgerDamaged e) {
            Answers.rollback(connection);
            throw stop(new UpstreamDamaged("this database cannot follow: " + e.getMessage(), e));
        } catch (SQLException | RuntimeException e) {
            Answers.rollback(connection);
            atOnce = Math.max(1, atOnce / 2);
            throw e;
        }
    }

    /** What the database refuses as it is will be refused again: one such group ends the following. */
    private boolean isTaken(Connection connection, long first, List<FollowedGroup> groups) throws SQLException {
        try {
            take(connection, groups);
            return true;
        } catch (SQLException e) {
            if (!SqlState.blamesTheData(e)) {
                throw e;
            }
            Answers.rollback(connection);
            if (groups.size() == 1) {
                throw new UpstreamDamaged("what is stored from token " + first + " on is refused by this database", e);
            }
            return false;
        }
    }

    private void take(Connection connection, List<FollowedGroup> groups) throws SQLException {
        var erased = new ArrayList<RememberedErasure>();
        var last = edge;
        int lost = 0;
        for (var group : groups) {
            var units = read(group, FollowedGroup::units);
            var locked = new GroupTransaction(connection, units).lock();
            var taken = locked.held().keysTaken();
            var placed = PlacedGroup.of(
                    units.stream()
                            .map(unit -> FollowedGroup.claiming(unit, taken))
                            .toList(),
                    group.recordedAt(),
                    locked.tree().edge(connection, last));
            lost += PendingKeys.adopt(connection, read(group, FollowedGroup::committed));
            GroupInsert.run(connection, placed);
            PendingKeys.forget(connection, placed.keyOwners());
            erased.addAll(placed.erasures());
            last = placed.growth().edge();
        }
        connection.commit();
        edge = last;
        if (lost > 0) {
            LOG.error(
                    "{} data keys are committed to and not in this database: what they sealed is never opened again",
                    lost);
        }
        if (!erased.isEmpty()) {
            onErased.accept(erased);
        }
        head.reached(last.size());
    }

    private static <T> T read(FollowedGroup group, Function<FollowedGroup, T> what) {
        try {
            return what.apply(group);
        } catch (RuntimeException e) {
            throw new UpstreamDamaged(
                    "event " + group.events().getFirst().event().eventId()
                            + ", or one stored together with it, cannot be read",
                    e);
        }
    }

    /** When it was recorded; {@code null} where nothing was followed yet. */
    private static @Nullable Instant checkLastFollowed(long size, @Nullable UpstreamEvent there, Connection connection)
            throws SQLException {
        if (there == null) {
            return null;
        }
        var here = FollowedLeaf.at(connection, size - 1);
        if (!here.eventId().equals(there.event().eventId())) {
            throw new UpstreamDamaged("event " + here.eventId() + " was followed at " + (size - 1) + ", where "
                    + there.event().eventId() + " stands now: another state of the events was put back");
        }
        return here.recordedAt();
    }

    private WritesSuspended stop(UpstreamDamaged damage) {
        var why = String.valueOf(damage.getMessage());
        if (alarm == null) {
            alarm = why;
            LOG.error("nothing more is followed or appended: {}", why, damage);
        }
        return new WritesSuspended(why);
    }
}

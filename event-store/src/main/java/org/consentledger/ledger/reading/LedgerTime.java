package org.consentledger.ledger.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.ledger.reading.KnownAtRefused.Reason;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.TreeRow;

/**
 * Turns a time or a position into what the ledger knew then. Its clock is the database's; an answer once given for a
 * time never changes, since what is appended afterwards is recorded later.
 *
 * <p>Where the events live elsewhere there is one exception: what was stored there by a process that ended, or lost the
 * database, before the commit is recorded at the time it was given there once it is followed. An answer for a later time
 * that was given in between lacks it. One at a position never changes.
 */
public final class LedgerTime {
    private static final Duration COUNTS_AS_NOW = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final EventRows events;

    public LedgerTime(DataSource dataSource, EventRows events) {
        this.dataSource = dataSource;
        this.events = events;
    }

    /** All that is known now; an append in flight is waited for. */
    public KnownAt now() {
        var tree = TreeRow.readBetweenAppends(dataSource);
        return new KnownAt(tree.now(), tree.size());
    }

    /**
     * What was known at a time. One up to five seconds ahead of the database's clock counts as now.
     *
     * @throws KnownAtRefused for a time in the future
     */
    public KnownAt at(Instant asked) {
        Instant time = asked.truncatedTo(ChronoUnit.MICROS);
        var tree = TreeRow.read(dataSource);
        if (!isPast(time, tree)) {
            tree = TreeRow.readBetweenAppends(dataSource);
        }
        if (time.isAfter(tree.now().plus(COUNTS_AS_NOW))) {
            throw new KnownAtRefused(Reason.FUTURE_TIME, "it is only " + tree.now());
        }
        if (isPast(time, tree)) {
            return new KnownAt(time, events.countUntil(time));
        }
        return new KnownAt(time.isAfter(tree.now()) ? tree.now() : time, tree.size());
    }

    /** Every group is recorded later than the one before, so nothing more can come at or before such a time. */
    private static boolean isPast(Instant time, TreeRow tree) {
        return tree.newest() != null && time.isBefore(tree.newest());
    }

    /**
     * What was known when the ledger held its first n leaves.
     *
     * @throws KnownAtRefused where it holds fewer
     */
    public KnownAt position(long n) {
        if (n < 0 || n > events.size()) {
            throw new KnownAtRefused(Reason.BEYOND_SIZE, "the ledger holds " + events.size() + " leaves");
        }
        var last = n == 0 ? null : events.at(n - 1).orElseThrow();
        return new KnownAt(last == null ? Instant.EPOCH : last.recordedAt(), n);
    }

    /** How long ago a leaf was recorded, by the ledger's clock; nothing where there is no such leaf. */
    public Optional<Duration> age(long position) {
        return events.at(position)
                .map(event -> Duration.between(
                        event.recordedAt(), TreeRow.read(dataSource).now()));
    }
}

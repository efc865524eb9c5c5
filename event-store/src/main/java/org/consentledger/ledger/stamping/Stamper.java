package org.consentledger.ledger.stamping;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.events.ledger.CheckpointTimestamped;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.stamping.Stamping.NotGrown;
import org.consentledger.ledger.stamping.Stamping.Stamped;
import org.consentledger.ledger.timestamp.TimestampRejected;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;

/**
 * Has the newest checkpoint time-stamped: asks the authority, checks the token completely, keeps it under the next
 * number, and records it by the event of that number. Several processes may do so at once; one of them gets the number.
 *
 * <p>Killed before the event is appended, it is appended before anything else the next time.
 */
public final class Stamper implements AutoCloseable {
    private static final String AGGREGATE_TYPE = "Ledger";

    private final AuthoritySettings settings;
    private final AuthorityClient authority;
    private final Signing signing;
    private final CheckpointRows checkpoints;
    private final TimestampRows rows;
    private final Timestamps timestamps;
    private final EventStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong failures = new AtomicLong();

    /** @param signing of this process: where it suspends writes, nobody is asked */
    public Stamper(
            AuthoritySettings settings,
            Signing signing,
            CheckpointRows checkpoints,
            TimestampRows rows,
            Timestamps timestamps,
            EventStore store) {
        this.settings = settings;
        this.authority = new AuthorityClient(settings);
        this.signing = signing;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.timestamps = timestamps;
        this.store = store;
    }

    /**
     * Has the newest checkpoint stamped, unless the ledger grew by nothing but the event of the last time stamp.
     *
     * @throws StampingFailed where the authority gave no token that is right, or a kept one is none
     * @throws org.consentledger.ledger.append.WritesSuspended where the signer has stopped
     */
    public Stamping stamp() {
        lock.lock();
        try {
            signing.admit();
            finishWhatWasBegun();
            return stampNewest();
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** How many attempts have failed in this process. */
    public long failures() {
        return failures.get();
    }

    private void finishWhatWasBegun() {
        long next = numberAfter(timestamps.newest());
        try {
            rows.at(next).ifPresent(begun -> record(next, verified(begun)));
        } catch (NoteRejected | TimestampRejected e) {
            throw new StampingFailed("the token kept under number " + next + " is not right: " + e.getMessage(), e);
        }
    }

    private Stamping stampNewest() {
        var last = timestamps.newest();
        var note = checkpoints.latest().filter(latest -> size(latest) > 0).orElse(null);
        if (note == null || (last.isPresent() && !hasGrown(size(note), last.get()))) {
            return new NotGrown(last.orElse(null));
        }
        var token = authority.stamp(note.encode().getBytes(StandardCharsets.UTF_8));
        var stamp = new TimestampedCheckpoint(note.encode(), token.encode());
        var fact = verified(stamp);
        long number = numberAfter(last);
        if (!rows.add(number, stamp)) {
            return new NotGrown(timestamps.newest().orElse(null));
        }
        record(number, fact);
        return new Stamped(timestamps.at(number).orElseThrow());
    }

    /** Whether a tree has anything beyond what is stamped and the event that says so, which it must have too. */
    private static boolean hasGrown(long size, RecordedTimestamp last) {
        boolean followedAtOnce = last.checkpointSize() == last.position();
        return size > last.position() + (followedAtOnce ? 1 : 0);
    }

    private CheckpointTimestamped verified(TimestampedCheckpoint stamp) {
        return stamp.verify(checkpoints.keys(), settings.trusted());
    }

    private void record(long number, CheckpointTimestamped fact) {
        var event = new GenericDomainEventMessage<>(AGGREGATE_TYPE, TimestampedCheckpoint.STREAM, number, fact);
        try {
            DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(event));
        } catch (ConcurrencyException | AggregateStreamCreationException _) {
            // Another process found it without its event and appended that: the same fact.
        }
    }

    private static long numberAfter(Optional<RecordedTimestamp> last) {
        return last.map(RecordedTimestamp::number).orElse(-1L) + 1;
    }

    private static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    /** A question under way is given up. */
    @Override
    public void close() {
        authority.close();
    }
}

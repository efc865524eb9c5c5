package org.consentledger.query.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Waits until projections have come far enough to answer.
 *
 * <p>How far one has come is read in the same snapshot as the rows of the answer, so that no answer rests on rows that
 * lag behind the ledger or are just being rebuilt. A commit in this process wakes those who wait, and a projection of this
 * process does not rest meanwhile; for commits of other processes they look again from time to time. For a projection that
 * stands still nobody waits: the threads of all who ask it would be gone for all other questions.
 */
@Component
public class Progress {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final Map<String, Commit> lastCommits = new HashMap<>();
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final Standstill standstill;

    public Progress() {
        this(System::nanoTime);
    }

    /** @param nanoTime of this JVM, as {@link System#nanoTime} */
    Progress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.standstill = new Standstill(nanoTime);
    }

    private record Commit(long count, long position) {
        static final Commit NONE = new Commit(0, -1);
    }

    /**
     * What a question found, and how far its projection was at that moment.
     *
     * @param position of the last leaf that all segments of the projection had included; -1 for none
     */
    public record Found<T>(long position, T rows) {}

    /**
     * The rows of a projection once it has included the first {@code size} leaves of the ledger.
     *
     * @param look reads rows and position in one snapshot; called again while the position is too small
     * @throws QuestionRejected {@code PROJECTION_BEHIND} where two seconds were not enough, or it stands still
     */
    public <T> T whenIncluded(String projection, long size, Supplier<Found<T>> look) {
        long deadline = nanoTime.getAsLong() + PATIENCE.toNanos();
        while (true) {
            long seen = lastCommit(projection).count();
            var found = look.get();
            if (found.position() + 1 >= size) {
                return found.rows();
            }
            long left = deadline - nanoTime.getAsLong();
            if (left <= 0 || standsStill(projection, found.position(), size)) {
                throw behind(size);
            }
            awaitCommit(projection, seen, size - 1, Math.min(left, LOOK_AGAIN.toNanos()));
        }
    }

    /** The ledger itself, which is waited for as well, only has nothing new. */
    private boolean standsStill(String name, long position, long size) {
        return paces.containsKey(name) && standstill.is(name, position, size);
    }

    /** Has a projection of this process hear of those who wait for it. */
    void awaitedBy(String projection, Pace pace) {
        paces.put(projection, pace);
    }

    static QuestionRejected behind(long size) {
        return new QuestionRejected(Code.PROJECTION_BEHIND, Long.toString(size));
    }

    /** A processor of this process has committed a batch that ends with that leaf. */
    void committed(String projection, long position) {
        lock.lock();
        try {
            lastCommits.merge(
                    projection, new Commit(1, position), (last, next) -> new Commit(last.count() + 1, next.position()));
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Commit lastCommit(String projection) {
        lock.lock();
        try {
            return lastCommits.getOrDefault(projection, Commit.NONE);
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommit(String projection, long seen, long position, long nanos) {
        var pace = paces.get(projection);
        if (pace == null) {
            awaitCommitOf(projection, seen, position, nanos);
            return;
        }
        try {
            pace.awaited();
            awaitCommitOf(projection, seen, position, nanos);
        } finally {
            pace.awaitedNoMore();
        }
    }

    private void awaitCommitOf(String projection, long seen, long position, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0) {
                var last = lastCommits.getOrDefault(projection, Commit.NONE);
                if (last.count() != seen && last.position() >= position) {
                    return;
                }
                left = committed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw behind(position + 1);
        } finally {
            lock.unlock();
        }
    }
}

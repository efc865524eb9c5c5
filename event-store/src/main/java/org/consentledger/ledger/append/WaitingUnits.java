package org.consentledger.ledger.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The units of work that wait to be appended, and when they make a group. A group waits a moment for those who append at
 * the same time, since its locks, round trips, commit and signature then serve them all: for three quarters of as many
 * as were in hand at once lately, and never longer than 2 ms. Who appends alone never waits.
 */
final class WaitingUnits {
    private static final int MOST_WAITING = 4_096;
    private static final int MOST_WAITED_FOR = 64;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int MOST_EVENTS = 512;
    private static final long MOST_BYTES = 8_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private final Queue<UnitToAppend> waiting = new ArrayDeque<>();
    private int wanted = 1;
    private int inHand;
    private int inHandLately;
    private boolean closed;

    /**
     * Takes a unit in; who called it calls {@link #answered} when the unit has its answer.
     *
     * @throws LedgerUnavailable once it is closed
     * @throws LedgerOverloaded where too many wait
     */
    void add(UnitToAppend unit) {
        lock.lock();
        try {
            if (closed) {
                throw new LedgerUnavailable("the ledger is being closed");
            }
            if (waiting.size() == MOST_WAITING) {
                throw new LedgerOverloaded(MOST_WAITING);
            }
            waiting.add(unit);
            inHand++;
            if (waiting.size() >= wanted) {
                enough.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void answered() {
        lock.lock();
        try {
            inHand--;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next group; empty once it is closed and all are taken. For one thread. */
    List<UnitToAppend> nextGroup() throws InterruptedException {
        lock.lock();
        try {
            wanted = 1;
            while (waiting.isEmpty() && !closed) {
                enough.await();
            }
            awaitOthers();
            var group = take();
            inHandLately = Math.max(inHand, inHandLately - 1 - inHandLately / 8);
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void awaitOthers() throws InterruptedException {
        wanted = Math.min(MOST_WAITED_FOR, (3 * inHandLately + 3) / 4);
        long left = LONGEST_NANOS;
        while (waiting.size() < wanted && left > 0 && !closed) {
            left = enough.awaitNanos(left);
        }
    }

    private List<UnitToAppend> take() {
        var group = new ArrayList<UnitToAppend>();
        long bytes = 0;
        int events = 0;
        for (var unit = waiting.peek(); unit != null; unit = waiting.peek()) {
            events += unit.events().size();
            bytes += unit.bytes();
            boolean full = events > MOST_EVENTS || bytes > MOST_BYTES || unit.standsAlone();
            if (!group.isEmpty() && full) {
                break;
            }
            group.add(waiting.remove());
            if (unit.standsAlone()) {
                break;
            }
        }
        return group;
    }

    /** Takes no more in. */
    void close() {
        lock.lock();
        try {
            closed = true;
            enough.signal();
        } finally {
            lock.unlock();
        }
    }
}

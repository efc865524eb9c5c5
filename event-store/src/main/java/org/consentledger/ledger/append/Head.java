package org.consentledger.ledger.append;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How large the ledger is, as far as this process knows; wakes those who wait for it to grow. */
public final class Head {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long size;

    public long size() {
        return size;
    }

    /** Tells that the ledger has at least this size; an older word changes nothing. Returns whether it was news. */
    public boolean reached(long newSize) {
        lock.lock();
        try {
            if (newSize <= size) {
                return false;
            }
            size = newSize;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    /** Waits until the ledger is larger than that; {@code false} where the time ran out first. */
    public boolean awaitBeyond(long known, long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lock();
        try {
            while (size <= known) {
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** @param listener runs on the thread that brings the news, so it is quick and does not fail */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}

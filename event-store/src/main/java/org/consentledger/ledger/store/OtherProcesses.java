package org.consentledger.ledger.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.rows.EventRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what other processes append, by asking for the size: every 20 ms while they are busy, less and less often,
 * down to every 250 ms, while they are quiet. One question serves all streams of this process.
 */
final class OtherProcesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherProcesses.class);
    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 250;

    private final EventRows events;
    private final Head head;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean watching;

    OtherProcesses(EventRows events, Head head) {
        this.events = events;
        this.head = head;
    }

    /** Begins to watch, unless it does so already. */
    synchronized void watch() {
        if (!watching) {
            watching = true;
            Thread.ofPlatform().name("ledger-watch").daemon(true).start(this::run);
        }
    }

    private void run() {
        long pause = SHORTEST_MILLIS;
        try {
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                pause = look() ? SHORTEST_MILLIS : Math.min(LONGEST_MILLIS, pause + pause / 4);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the watch", e);
        }
    }

    private boolean look() {
        try {
            return head.reached(events.size());
        } catch (RuntimeException e) {
            LOG.warn("the size of the ledger cannot be read; asking again", e);
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

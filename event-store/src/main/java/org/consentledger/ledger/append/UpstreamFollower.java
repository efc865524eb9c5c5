package org.consentledger.ledger.append;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows on a thread of its own what others stored, and what a process stored and did not live to insert. It begins
 * with the first event, goes on where it was after an outage of either store, and ends where the following has stopped.
 */
public final class UpstreamFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamFollower.class);
    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 250;

    /** Whoever appends inserts what he stored himself, as a rule before anybody else could. */
    private static final long PATIENCE_MILLIS = 100;

    private final Following following;
    private final Head head;
    private final LongSupplier size;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ledger-follow");
    private volatile long followed = -1;
    private boolean outage;

    /** @param size how many leaves the ledger holds */
    public UpstreamFollower(Following following, Head head, LongSupplier size) {
        this.following = following;
        this.head = head;
        this.size = size;
    }

    public void start() {
        thread.start();
    }

    /** Whether it has followed to the end, and both stores have answered since. */
    public boolean isFollowing() {
        return followed >= 0;
    }

    private void run() {
        long pause = SHORTEST_MILLIS;
        try {
            while (following.alarm().isEmpty() && !closed.await(pause, TimeUnit.MILLISECONDS)) {
                pause = look() ? SHORTEST_MILLIS : Math.min(LONGEST_MILLIS, pause + pause / 4);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the follower", e);
        }
    }

    /** Whether there was anything to follow. After an outage it looks whether the events are still the same. */
    private boolean look() throws InterruptedException {
        try {
            long known = size.getAsLong();
            // Asked before the ledger's lock is taken, for which everybody would wait while it does not answer.
            long last = following.upstream().last();
            boolean news = followed < 0 || last != known - 1;
            if (news && !(followed >= 0 && head.awaitBeyond(known, PATIENCE_MILLIS, TimeUnit.MILLISECONDS))) {
                followed = following.follow();
            }
            if (outage) {
                LOG.info("following again, at {} leaves", followed);
                outage = false;
            }
            return news;
        } catch (WritesSuspended e) {
            return false; // said already, by whoever stopped it
        } catch (RuntimeException e) {
            if (!outage) {
                LOG.warn("cannot follow for now; trying again", e);
                outage = true;
            }
            followed = -1;
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

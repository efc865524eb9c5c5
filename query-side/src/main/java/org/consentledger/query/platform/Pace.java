package org.consentledger.query.platform;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Has a projection rest for a moment once it was handed all that there is: what is recorded meanwhile makes one batch
 * instead of many, and a batch costs nearly the same whatever it holds. What comes after the rest is handed out at once, and
 * nobody who waits for the projection waits for its rest.
 */
final class Pace {
    /** A quarter of the lag that is allowed. */
    static final Duration REST = Duration.ofMillis(25);

    private final LongSupplier nanos;
    private final BiConsumer<Duration, Runnable> alarm;
    private Runnable reader = Pace::tellNobody;
    private boolean handed;
    private boolean resting;
    private long until;
    private boolean alarmSet;
    private int waiting;

    /**
     * The pace of one projection.
     *
     * @param nanos as {@link System#nanoTime}
     * @param alarm runs something after a while
     */
    Pace(LongSupplier nanos, BiConsumer<Duration, Runnable> alarm) {
        this.nanos = nanos;
        this.alarm = alarm;
    }

    /** Reading begins. */
    synchronized void begin(Runnable reader) {
        this.reader = reader;
        handed = false;
        resting = false;
    }

    /** Reading ends; that reader is told no more. */
    synchronized void end(Runnable reader) {
        if (this.reader.equals(reader)) {
            this.reader = Pace::tellNobody;
        }
    }

    synchronized void handed() {
        handed = true;
    }

    /** There is nothing more to hand out. */
    synchronized void drained() {
        if (handed) {
            handed = false;
            resting = true;
            until = nanos.getAsLong() + REST.toNanos();
        }
    }

    /** Whether nothing is handed out now; the reader is told when it is over. */
    synchronized boolean rests() {
        long left = until - nanos.getAsLong();
        if (!resting || waiting > 0 || left <= 0) {
            resting = false;
            return false;
        }
        if (!alarmSet) {
            alarmSet = true;
            alarm.accept(Duration.ofNanos(left), this::wake);
        }
        return true;
    }

    /** Something is there to be handed out. */
    void news() {
        if (!rests()) {
            reader().run();
        }
    }

    /** Somebody waits for the projection, until he says otherwise. */
    void awaited() {
        boolean rested;
        synchronized (this) {
            waiting++;
            rested = resting;
        }
        if (rested) {
            reader().run();
        }
    }

    synchronized void awaitedNoMore() {
        waiting--;
    }

    private void wake() {
        synchronized (this) {
            alarmSet = false;
        }
        reader().run();
    }

    private synchronized Runnable reader() {
        return reader;
    }

    private static void tellNobody() {}
}

package org.consentledger.ledger.stamping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.stamping.Stamping.NotGrown;
import org.consentledger.ledger.stamping.Stamping.Stamped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the ledger time-stamped once an interval while it grows, on a thread of its own. What fails is tried again, after a
 * minute, then after twice as long each time, up to the interval; nobody else is held up by it.
 */
public final class StampingSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StampingSchedule.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final Stamper stamper;
    private final Timestamps timestamps;
    private final Duration interval;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("ledger-timestamp").daemon(true).unstarted(this::run);
    private Duration backOff = Duration.ZERO;

    /** @param interval how old the newest time stamp gets before the next one; it is never made twice in a minute */
    public StampingSchedule(Stamper stamper, Timestamps timestamps, Duration interval, InstantSource clock) {
        this.stamper = stamper;
        this.timestamps = timestamps;
        this.interval = interval.compareTo(LOOK_AGAIN) < 0 ? LOOK_AGAIN : interval;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            var pause = tick();
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = tick();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the schedule", e);
        }
    }

    /** Does what is due; answers how long to wait before the next look. */
    Duration tick() {
        try {
            var due = timestamps.newest().map(this::due).orElse(Instant.MIN);
            var now = clock.instant();
            if (now.isBefore(due)) {
                return Duration.between(now, due);
            }
            tell(stamper.stamp());
            backOff = Duration.ZERO;
            return LOOK_AGAIN;
        } catch (RuntimeException e) {
            backOff = backOff.isZero() ? LOOK_AGAIN : min(backOff.multipliedBy(2), interval);
            if (closed.getCount() > 0) {
                LOG.warn("no time stamp; tried again in {}: {}", backOff, e.toString());
            }
            return backOff;
        }
    }

    private Instant due(RecordedTimestamp newest) {
        return newest.recordedAt().plus(interval);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void tell(Stamping outcome) {
        switch (outcome) {
            case Stamped(var stamp) ->
                LOG.info(
                        "time stamp {} of {} over {} leaves, by {}",
                        stamp.number(),
                        stamp.genTime(),
                        stamp.checkpointSize(),
                        stamp.authority());
            case NotGrown _ -> LOG.debug("no time stamp: the ledger has not grown");
        }
    }

    /** Gives up what is under way once the stamper is closed too. */
    @Override
    public void close() {
        closed.countDown();
        stamper.close();
        try {
            if (thread.isAlive() && !thread.join(STOP_WAIT)) {
                LOG.error("the schedule of time stamps did not end within {}", STOP_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

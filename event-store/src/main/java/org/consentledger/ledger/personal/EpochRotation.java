package org.consentledger.ledger.personal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rotates the master key when it is time, also where the product did not run then, and finishes a rotation that was cut
 * short. Of several processes one does it. What fails is tried again minutes later.
 */
public final class EpochRotation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EpochRotation.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Epochs epochs;
    private final EpochSchedule schedule;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-epochs").daemon().factory());

    public EpochRotation(Epochs epochs, EpochSchedule schedule) {
        this.epochs = epochs;
        this.schedule = schedule;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a look never fails
    public void begin() {
        thread.scheduleWithFixedDelay(this::look, FIRST_LOOK.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (epochs.rotateIfDue(schedule)) {
                LOG.info("the master key was rotated; the old epoch is destroyed");
            }
        } catch (RuntimeException e) {
            LOG.error("the master key could not be rotated, so erasures are not final yet; trying again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error("the rotation of the master key did not end within {} s", STOP.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.consentledger.query.deadletters;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consentledger.query.platform.DeadLetter;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.Projections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tries dead letters again by itself: all of them when a process starts, which may be of a release that knows better, and then
 * each ever less often, up to once an hour.
 */
@Component
class RetryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetryWorker.class);
    private static final long LOOK_AGAIN_SECONDS = 5;

    private final DeadLetters letters;
    private final Retrying retrying;
    private final Projections projections;
    private boolean begun;
    private volatile @Nullable ScheduledExecutorService thread;
    private @Nullable Future<?> looking;

    RetryWorker(DeadLetters letters, Retrying retrying, Projections projections) {
        this.letters = letters;
        this.retrying = retrying;
        this.projections = projections;
    }

    /** Whatever it throws would end the schedule. */
    private void look() {
        try {
            var found = begun ? letters.due() : waiting();
            var failures =
                    found.stream().map(this::failure).flatMap(Optional::stream).toList();
            begun = true;
            if (!failures.isEmpty()) {
                LOG.warn(
                        "{} dead letters could not be tried, the first of them for this",
                        failures.size(),
                        failures.getFirst());
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("dead letters are looked at again", e);
        }
    }

    private List<DeadLetter> waiting() {
        return letters.list(null).stream()
                .filter(letter -> letter.discarded() == null)
                .toList();
    }

    /** Of the database, say, and not of the event; those of others are tried all the same. */
    private Optional<Throwable> failure(DeadLetter letter) {
        try {
            projections
                    .named(letter.projection())
                    .ifPresent(projection -> retrying.retry(projection, () -> next(letter), () -> !isRunning()));
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    /** Another process may just have tried it. */
    private Optional<DeadLetter> next(DeadLetter letter) {
        return begun
                ? letters.firstDue(letter.projection(), letter.customerId())
                : letters.first(letter.projection(), letter.customerId());
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("dead-letters").daemon().factory());
        thread = executor;
        looking = executor.scheduleWithFixedDelay(this::look, 0, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for the event at hand. */
    @Override
    public void stop() {
        var executor = thread;
        thread = null;
        if (executor != null && looking != null) {
            looking.cancel(false);
            executor.close();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

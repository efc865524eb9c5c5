package org.consentledger.query.rebuild;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.GenerationTables;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Projections.Projection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what the database says is to be rebuilt, one projection after the other, and goes on with what a process left
 * that is gone. Every process has one; they agree by {@link Claims}.
 */
@Component
class RebuildWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildWorker.class);
    private static final long LOOK_AGAIN_SECONDS = 1;

    private final Rebuilds rebuilds;
    private final Rebuilding rebuilding;
    private final Projections projections;
    private final GenerationTables tables;
    private final Claims claims;
    private final TransactionTemplate transaction;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    RebuildWorker(
            Rebuilds rebuilds,
            Rebuilding rebuilding,
            Projections projections,
            GenerationTables tables,
            Claims claims,
            PlatformTransactionManager transactions) {
        this.rebuilds = rebuilds;
        this.rebuilding = rebuilding;
        this.projections = projections;
        this.tables = tables;
        this.claims = claims;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Has it look at once. */
    void look() {
        asked.release();
    }

    private void run() {
        while (running) {
            try {
                for (var rebuild : rebuilds.withWork()) {
                    var projection = projections.named(rebuild.projection());
                    if (running && projection.isPresent()) {
                        tryToWork(projection.get());
                    }
                }
                awaitAsked();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("what is to be rebuilt is asked for again", e);
                pause();
            }
        }
    }

    /** What keeps one projection from being rebuilt keeps no other. */
    private void tryToWork(Projection projection) throws InterruptedException {
        try {
            work(projection);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("rebuilding of {} is tried again", projection.name(), e);
        }
    }

    private void work(Projection projection) throws SQLException, InterruptedException {
        var claim = claims.claim(projection.name());
        if (claim.isEmpty()) {
            return;
        }
        try (var _ = claim.get()) {
            var rebuild = rebuilds.find(projection.name()).orElseThrow();
            if (rebuild.retired() != null && !drop(projection, rebuild.retired())) {
                return;
            }
            // A newer version of the projection is for a newer process.
            if (rebuild.isUnderWay() && rebuild.version() <= projection.version()) {
                rebuild(projection);
            }
        }
    }

    private void rebuild(Projection projection) throws InterruptedException {
        LOG.info("projection {} is rebuilt beside the one that serves", projection.name());
        try {
            rebuilding.run(projection, () -> !running);
        } catch (RuntimeException e) {
            if (rebuilds.failed(projection.name(), e.toString())) {
                throw e;
            }
        }
        rebuilds.find(projection.name()).ifPresent(RebuildWorker::tell);
    }

    private static void tell(Rebuild rebuild) {
        switch (rebuild.state()) {
            case SWAPPED ->
                LOG.info(
                        "projection {} is rebuilt and serves; {} answers compared, {} differing",
                        rebuild.projection(),
                        rebuild.compared(),
                        rebuild.differing());
            case ROLLED_BACK ->
                LOG.warn(
                        "projection {} was rebuilt and rolled back: {} of {} answers differ",
                        rebuild.projection(),
                        rebuild.differing(),
                        rebuild.compared());
            case CALLED_OFF -> LOG.info("rebuilding of {} has ended, as it was called off", rebuild.projection());
            case REQUESTED, BUILDING ->
                LOG.info("rebuilding of {} is broken off at {}", rebuild.projection(), rebuild.position());
        }
    }

    /** Once nobody reads it any more. */
    private boolean drop(Projection projection, int generation) {
        if (!rebuilds.isRetiredUnread(projection.name())) {
            return false;
        }
        transaction.executeWithoutResult(_ -> {
            rebuilds.takeTime();
            tables.drop(new Generation(projection.name(), generation));
            rebuilds.dropped(projection.name());
        });
        return true;
    }

    private void awaitAsked() throws InterruptedException {
        if (running && asked.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
            asked.drainPermits();
        }
    }

    private void pause() {
        try {
            awaitAsked();
        } catch (InterruptedException _) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("rebuilding").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        look();
        var waitedFor = thread;
        if (waitedFor != null) {
            try {
                waitedFor.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

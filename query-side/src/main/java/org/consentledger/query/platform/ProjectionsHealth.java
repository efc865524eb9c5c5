package org.consentledger.query.platform;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether questions are served: every projection runs, has once been as far as the ledger was when this process began,
 * and does not stand still while the ledger is ahead of it. Part of the group {@code readiness} under the name {@code
 * projections}.
 */
@Component("projectionsHealthIndicator")
class ProjectionsHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Projections projections;
    private final EventProcessingConfiguration processing;
    private final LedgerReader ledger;
    private final Serving serving;
    private final ConcurrentMap<String, Halt> halts = new ConcurrentHashMap<>();
    private volatile long sizeToCatchUp = Long.MAX_VALUE;
    private volatile boolean caughtUp;

    ProjectionsHealth(
            Projections projections, EventProcessingConfiguration processing, LedgerReader ledger, Serving serving) {
        this.projections = projections;
        this.processing = processing;
        this.ledger = ledger;
        this.serving = serving;
    }

    @EventListener(ApplicationStartedEvent.class)
    void began() {
        sizeToCatchUp = ledger.size();
    }

    @Override
    public Health health() {
        try {
            return progress();
        } catch (DataAccessException e) {
            return Health.outOfService()
                    .withDetail("database", "does not answer")
                    .build();
        }
    }

    private Health progress() {
        boolean up = true;
        var health = Health.unknown();
        for (var name : projections.names()) {
            var state = processing
                    .eventProcessor(name)
                    .map(ProjectionsHealth::state)
                    .orElse(State.ABSENT);
            long position = serving.of(name).position();
            if (state == State.RUNNING && standsStill(name, position)) {
                state = State.FAILING;
            }
            health.withDetail(name, state + ", position " + position);
            up &= state == State.RUNNING && (caughtUp || position + 1 >= sizeToCatchUp);
        }
        caughtUp |= up;
        return (up ? health.up() : health.outOfService()).build();
    }

    /** Where a projection was when it was first seen to be behind, and when that was, in nanoseconds of this JVM. */
    private record Halt(long position, long since) {}

    /**
     * How far the projection is says more than Axon does: a processor that tries the same batch again and again has no error
     * for it, and one that failed once has one for good where another process has taken the projection over since.
     */
    private boolean standsStill(String name, long position) {
        if (position + 1 >= ledger.size()) {
            halts.remove(name);
            return false;
        }
        long now = System.nanoTime();
        var halt = halts.merge(
                name, new Halt(position, now), (old, seen) -> old.position() == seen.position() ? old : seen);
        return now - halt.since() > PATIENCE.toNanos();
    }

    private enum State {
        RUNNING,
        FAILING,
        STOPPED,
        ABSENT
    }

    private static State state(EventProcessor processor) {
        return processor.isRunning() ? State.RUNNING : State.STOPPED;
    }
}

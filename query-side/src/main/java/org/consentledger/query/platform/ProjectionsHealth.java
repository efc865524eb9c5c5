package org.consentledger.query.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether questions about the present are answered. Out of service where none are: no projection serves, or this process has
 * only just begun and some have yet to come as far as the ledger was then. {@code DEGRADED}, which is no reason to ask this
 * process nothing any more, where some serve and others do not. Part of the group {@code readiness} under the name {@code
 * projections}.
 */
@Component("projectionsHealthIndicator")
class ProjectionsHealth implements HealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED");

    private final Projections projections;
    private final EventProcessingConfiguration processing;
    private final LedgerReader ledger;
    private final LedgerTime clock;
    private final Serving serving;
    private final Duration limit;
    private final Standstill standstill = new Standstill(System::nanoTime);
    private volatile long sizeToCatchUp = Long.MAX_VALUE;
    private volatile long begun = System.nanoTime();
    private volatile boolean caughtUp;

    /**
     * Whose limit holds for each projection.
     *
     * @param limit {@code ledger.projections.behind-limit}: one that has not included a leaf for longer than that, by the
     *     ledger's clock, does not serve; and nobody waits longer for those that have to catch up after a start
     */
    ProjectionsHealth(
            Projections projections,
            EventProcessingConfiguration processing,
            LedgerReader ledger,
            LedgerTime clock,
            Serving serving,
            @Value("${ledger.projections.behind-limit:60s}") Duration limit) {
        this.projections = projections;
        this.processing = processing;
        this.ledger = ledger;
        this.clock = clock;
        this.serving = serving;
        this.limit = limit;
    }

    @EventListener(ApplicationStartedEvent.class)
    void began() {
        begun = System.nanoTime();
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

    private enum State {
        RUNNING,
        /** It moves, and is too far from the end. */
        BEHIND,
        STANDING_STILL,
        STOPPED,
        ABSENT
    }

    private Health progress() {
        long size = ledger.size();
        var health = Health.unknown();
        var states = EnumSet.noneOf(State.class);
        boolean arrived = true;
        for (var name : projections.names()) {
            long position = serving.of(name).position();
            var behind = position + 1 < size ? clock.age(position + 1).orElse(Duration.ZERO) : Duration.ZERO;
            var state = state(name, position, size, behind);
            states.add(state);
            arrived &= position + 1 >= sizeToCatchUp || !isMoving(state);
            health.withDetail(name, state + ", position " + position + ", " + behind.toSeconds() + " s behind");
        }
        caughtUp |= arrived || System.nanoTime() - begun > limit.toNanos();
        return health.status(status(states)).build();
    }

    private Status status(Collection<State> states) {
        if (!caughtUp || !states.contains(State.RUNNING)) {
            return Status.OUT_OF_SERVICE;
        }
        return states.size() == 1 ? Status.UP : DEGRADED;
    }

    /** What does not move is not waited for. */
    private static boolean isMoving(State state) {
        return state == State.RUNNING || state == State.BEHIND;
    }

    private State state(String name, long position, long size, Duration behind) {
        var processor = processing.eventProcessor(name);
        if (processor.isEmpty()) {
            return State.ABSENT;
        }
        if (!processor.map(EventProcessor::isRunning).orElse(false)) {
            return State.STOPPED;
        }
        if (standstill.is(name, position, size)) {
            return State.STANDING_STILL;
        }
        return behind.compareTo(limit) > 0 ? State.BEHIND : State.RUNNING;
    }
}

package org.consentledger.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consentledger.ledger.metrics.AskedFigures;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Serving;
import org.springframework.stereotype.Component;

/** How far each projection is, and its last rebuilding; read from the database. */
@Component
class ProjectionMeters implements MeterBinder {
    private static final double MILLIS = 1000;

    private final Projections projections;
    private final Serving serving;
    private final Rebuilds rebuilds;
    private final LedgerReader ledger;
    private final LedgerTime clock;
    private final AskedFigures asked;

    ProjectionMeters(
            Projections projections,
            Serving serving,
            Rebuilds rebuilds,
            LedgerReader ledger,
            LedgerTime clock,
            AskedFigures asked) {
        this.projections = projections;
        this.serving = serving;
        this.rebuilds = rebuilds;
        this.ledger = ledger;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var projection : projections.all()) {
            var name = projection.name();
            gauge(
                    registry,
                    "projection.position",
                    "of the last leaf that it has included",
                    name,
                    () -> serving.of(name).position());
            gauge(
                    registry,
                    "projection.behind.leaves",
                    "leaves of the ledger that it has not included",
                    name,
                    () -> ledger.size() - 1 - serving.of(name).position());
            gauge(
                    registry,
                    "projection.behind.seconds",
                    "since the first leaf that it has not included was recorded; 0 where it has included all",
                    name,
                    () -> behind(name).toMillis() / MILLIS);
            gauge(
                    registry,
                    "projection.rebuild.running",
                    "1 while it is to be rebuilt, until that is done or called off, else 0",
                    name,
                    () -> rebuilds.find(name).filter(Rebuild::isUnderWay).isPresent() ? 1 : 0);
            gauge(
                    registry,
                    "projection.rebuild.position",
                    "of the last leaf that its rebuilding has included",
                    name,
                    () -> last(name, Rebuild::position));
            gauge(
                    registry,
                    "projection.rebuild.rate",
                    "leaves a second that its rebuilding has included",
                    name,
                    () -> last(name, Rebuild::leavesPerSecond));
        }
    }

    private Duration behind(String name) {
        return clock.age(serving.of(name).position() + 1).orElse(Duration.ZERO);
    }

    /** Not a number where there was none. */
    private Number last(String name, Function<Rebuild, Long> figure) {
        return rebuilds.find(name).<Number>map(figure).orElse(Double.NaN);
    }

    private void gauge(MeterRegistry registry, String name, String what, String projection, Supplier<Number> figure) {
        Gauge.builder(name, asked.inTime(figure))
                .description(what)
                .tag("projection", projection)
                .register(registry);
    }
}

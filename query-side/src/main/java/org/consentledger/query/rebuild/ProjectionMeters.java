package org.consentledger.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Serving;
import org.springframework.stereotype.Component;

/** How far each projection is, and its last rebuilding; read from the database. */
@Component
class ProjectionMeters implements MeterBinder {
    private final Projections projections;
    private final Serving serving;
    private final Rebuilds rebuilds;

    ProjectionMeters(Projections projections, Serving serving, Rebuilds rebuilds) {
        this.projections = projections;
        this.serving = serving;
        this.rebuilds = rebuilds;
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

    /** Not a number where there was none. */
    private Number last(String name, Function<Rebuild, Long> figure) {
        return rebuilds.find(name).<Number>map(figure).orElse(Double.NaN);
    }

    private static void gauge(
            MeterRegistry registry, String name, String what, String projection, Supplier<Number> figure) {
        Gauge.builder(name, figure)
                .description(what)
                .tag("projection", projection)
                .register(registry);
    }
}

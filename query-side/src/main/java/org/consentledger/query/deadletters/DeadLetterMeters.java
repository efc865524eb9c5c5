package org.consentledger.query.deadletters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.Projections;
import org.springframework.stereotype.Component;

/** How many events wait in each projection; read from the database. */
@Component
class DeadLetterMeters implements MeterBinder {
    private final DeadLetters letters;
    private final Projections projections;

    DeadLetterMeters(DeadLetters letters, Projections projections) {
        this.letters = letters;
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var projection : projections.all()) {
            Gauge.builder("projection.dead.letters", () -> letters.waiting(projection.name()))
                    .description("events that it could not handle, and those of the same customers behind them")
                    .tag("projection", projection.name())
                    .register(registry);
        }
    }
}

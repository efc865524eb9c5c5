package org.consentledger.query.deadletters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.ledger.metrics.AskedFigures;
import org.consentledger.query.platform.DeadLetters;
import org.consentledger.query.platform.Projections;
import org.springframework.stereotype.Component;

/** How many events wait in each projection, and how many it answers without; read from the database. */
@Component
class DeadLetterMeters implements MeterBinder {
    private final DeadLetters letters;
    private final Projections projections;
    private final AskedFigures asked;

    DeadLetterMeters(DeadLetters letters, Projections projections, AskedFigures asked) {
        this.letters = letters;
        this.projections = projections;
        this.asked = asked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var projection : projections.all()) {
            Gauge.builder("projection.dead.letters", asked.inTime(() -> letters.waiting(projection.name())))
                    .description("events that it could not handle, and those of the same customers behind them")
                    .tag("projection", projection.name())
                    .register(registry);
            Gauge.builder("projection.discarded.letters", asked.inTime(() -> letters.discarded(projection.name())))
                    .description("events that were discarded, and without which it answers until it is rebuilt")
                    .tag("projection", projection.name())
                    .register(registry);
        }
    }
}

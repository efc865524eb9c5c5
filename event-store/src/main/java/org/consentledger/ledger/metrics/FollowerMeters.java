package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.ledger.append.Following;

/** The follower's alarm, for whoever is called when a figure is not 0. */
public final class FollowerMeters implements MeterBinder {
    private final Following following;

    public FollowerMeters(Following following) {
        this.following = following;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.follower.stopped", following, f -> f.alarm().isPresent() ? 1 : 0)
                .description("1 once this database cannot follow the events that live elsewhere any more, else 0")
                .register(registry);
    }
}

package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.ledger.stamping.Stamper;

/** How often this process did not get the time stamp that it asked for. */
public final class TimestampMeters implements MeterBinder {
    private final Stamper stamper;

    public TimestampMeters(Stamper stamper) {
        this.stamper = stamper;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ledger.timestamp.failures", stamper, Stamper::failures)
                .description("attempts to have the ledger time-stamped that failed")
                .register(registry);
    }
}

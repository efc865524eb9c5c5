package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.ledger.signer.Signer;

/** The signer's alarm, for whoever is called when a figure is not 0. */
public final class SignerMeters implements MeterBinder {
    private final Signer signer;

    public SignerMeters(Signer signer) {
        this.signer = signer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.signer.stopped", signer, s -> s.alarm().isPresent() ? 1 : 0)
                .description("1 once the signer has found that the ledger does not continue what it signed, else 0")
                .register(registry);
    }
}

package org.consentledger.ledger.wiring;

import java.util.Map;
import org.consentledger.ledger.cosign.Cosigning;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Where the ledger stands with each witness, as details. Always up: without cosignatures commands and questions are
 * served all the same.
 */
final class WitnessesHealthIndicator implements HealthIndicator {
    private final Cosigning cosigning;

    WitnessesHealthIndicator(Cosigning cosigning) {
        this.cosigning = cosigning;
    }

    @Override
    public Health health() {
        var health = Health.up();
        cosigning
                .statuses()
                .forEach(status -> health.withDetail(
                        status.witness(), Map.of("state", status.state(), "size", status.size(), "why", status.why())));
        return health.build();
    }
}

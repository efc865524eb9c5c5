package org.consentledger.ledger.wiring;

import org.consentledger.ledger.signer.Signer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down, with the reason, once the signer has stopped: questions are still answered, writes are not taken in. */
final class LedgerHealthIndicator implements HealthIndicator {
    private final Signer signer;

    LedgerHealthIndicator(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Health health() {
        return signer.alarm()
                .map(alarm -> Health.down().withDetail("signer", alarm).build())
                .orElseGet(() -> Health.up().build());
    }
}

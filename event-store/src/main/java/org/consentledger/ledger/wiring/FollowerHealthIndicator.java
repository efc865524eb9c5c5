package org.consentledger.ledger.wiring;

import org.consentledger.ledger.append.Following;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down, with the reason, once the follower has stopped: questions are still answered, writes are not taken in. */
final class FollowerHealthIndicator implements HealthIndicator {
    private final Following following;

    FollowerHealthIndicator(Following following) {
        this.following = following;
    }

    @Override
    public Health health() {
        return following
                .alarm()
                .map(alarm -> Health.down().withDetail("follower", alarm).build())
                .orElseGet(() -> Health.up().build());
    }
}

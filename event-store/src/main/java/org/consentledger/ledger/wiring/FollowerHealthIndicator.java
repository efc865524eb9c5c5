package org.consentledger.ledger.wiring;

import org.consentledger.ledger.append.Following;
import org.consentledger.ledger.append.UpstreamFollower;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down, with the reason, once the following has stopped, and while Axon Server or the database does not answer: questions
 * are still answered, writes are not taken in.
 */
final class FollowerHealthIndicator implements HealthIndicator {
    private final Following following;
    private final UpstreamFollower follower;

    FollowerHealthIndicator(Following following, UpstreamFollower follower) {
        this.following = following;
        this.follower = follower;
    }

    @Override
    public Health health() {
        var alarm = following.alarm();
        if (alarm.isPresent()) {
            return Health.down().withDetail("follower", alarm.get()).build();
        }
        return follower.isFollowing()
                ? Health.up().build()
                : Health.down()
                        .withDetail("follower", "Axon Server does not answer, or was not followed to its end yet")
                        .build();
    }
}

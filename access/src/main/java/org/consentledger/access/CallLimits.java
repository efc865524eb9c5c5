package org.consentledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Counts the calls of each caller, in this process, against what is taken of him a minute (token bucket). Callers who have
 * been silent for a minute are forgotten, and, so that the memory stays bounded, the most silent ones beyond 20,000; whoever
 * is forgotten begins anew.
 */
final class CallLimits {
    private static final int MOST_CALLERS = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    CallLimits(InstantSource clock) {
        this.time = new ByClock(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(MINUTE)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Takes one call.
     *
     * @param aMinute how many are taken of this caller a minute
     * @return empty where it is taken, otherwise how long to wait for the next
     */
    Optional<Duration> take(String caller, int aMinute) {
        var probe = bucket(caller, aMinute).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The same without taking one. */
    Optional<Duration> look(String caller, int aMinute) {
        var probe = bucket(caller, aMinute).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String caller, int aMinute) {
        return buckets.get(
                caller,
                _ -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(Bandwidth.builder()
                                .capacity(aMinute)
                                .refillGreedy(aMinute, MINUTE)
                                .build())
                        .build());
    }

    private record ByClock(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

package org.consentledger.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what another process does, as long as it moves on. */
final class BoundedWait {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private BoundedWait() {}

    /**
     * Looks again and again.
     *
     * @param done empty until it is done
     * @param moved differs from look to look while anything goes on
     * @throws IllegalStateException where nothing has moved for two minutes
     */
    static <T> T until(Supplier<Optional<T>> done, Supplier<?> moved) {
        Object last = moved.get();
        long since = System.nanoTime();
        while (true) {
            var found = done.get();
            if (found.isPresent()) {
                return found.get();
            }
            Object now = moved.get();
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("nothing has moved for " + PATIENCE + ": " + now);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}

package org.consentledger.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Time without load in a warm-up. Beside 32 clients and as many threads that serve them the JVM's compiler gets a sixth of a
 * core; what waits for it then is compiled while nobody asks for anything.
 */
final class Rest {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(20);
    private static final int MOST_LOOKS = 50;

    private Rest() {}

    /** Waits until a process uses less than a tenth of a core, ten seconds at most. */
    static void untilIdle(ProcessHandle process) {
        var used = used(process);
        for (int look = 0; look < MOST_LOOKS; look++) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            var now = used(process);
            if (now.minus(used).compareTo(IDLE) <= 0) {
                return;
            }
            used = now;
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

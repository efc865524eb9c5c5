package org.consentledger.command.imports;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Failures;

/** Tries again what fails for a while through no fault of the row: the ledger is busy, or its database away. */
final class Patience {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration ALTOGETHER = Duration.ofMinutes(2);

    private final BooleanSupplier stopping;

    /** @param stopping whether there is no more point in waiting */
    Patience(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    /**
     * Does it, again and again if need be. What is done must be safe to repeat.
     *
     * @throws CommandRejected where the row is at fault
     * @throws ImportStopped where it is in vain
     */
    <T> T have(Supplier<T> work) {
        long end = System.nanoTime() + ALTOGETHER.toNanos();
        for (var pause = SHORTEST; ; pause = pause.multipliedBy(2)) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                var rejected = Failures.asRejection(e);
                if (!isPassing(rejected)) {
                    throw rejected;
                }
                if (stopping.getAsBoolean() || System.nanoTime() > end) {
                    throw new ImportStopped(rejected.code().name());
                }
                LockSupport.parkNanos(Math.min(pause.toNanos(), LONGEST.toNanos()));
            }
        }
    }

    private static boolean isPassing(CommandRejected rejected) {
        return switch (rejected.code()) {
            case UNAVAILABLE, OUTCOME_UNKNOWN -> true;
            case WRITES_SUSPENDED -> throw new ImportStopped(rejected.code().name());
            default -> false;
        };
    }
}

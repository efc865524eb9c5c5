package org.consentledger.query.platform;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Tells whether a projection stands still while the ledger is ahead of it. How far it is says more than Axon does: a processor
 * that tries the same batch again and again has no error for it, and one that failed once has one for good where another
 * process has taken the projection over since.
 */
final class Standstill {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Halt> halts = new ConcurrentHashMap<>();

    /** @param nanoTime of this JVM, as {@link System#nanoTime} */
    Standstill(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Where a projection was when it was first seen to be behind, and when that was. */
    private record Halt(long position, long since) {}

    /**
     * Whether it has been seen at that position, behind the ledger, for ten seconds.
     *
     * @param size of the ledger
     */
    boolean is(String projection, long position, long size) {
        if (position + 1 >= size) {
            halts.remove(projection);
            return false;
        }
        long now = nanoTime.getAsLong();
        var halt = halts.merge(
                projection, new Halt(position, now), (old, seen) -> old.position() == seen.position() ? old : seen);
        return now - halt.since() > PATIENCE.toNanos();
    }
}

package org.consentledger.command.imports;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;

/**
 * So many records are on their way to the ledger at once, and fill the groups that it commits. Those of one customer
 * stay on one lane, one behind the other.
 */
final class Lanes implements AutoCloseable {
    private static final int LANES = 256;

    private final List<ExecutorService> lanes = Stream.generate(
                    () -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
            .limit(LANES)
            .toList();
    private volatile boolean closed;

    /** What waits when the lanes are closed is not begun. */
    <T> CompletableFuture<T> submit(CustomerId customer, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    if (closed) {
                        throw new ImportStopped("it was told to stop");
                    }
                    return work.get();
                },
                lanes.get(Math.floorMod(customer.hashCode(), LANES)));
    }

    /** Waits for what is on its way. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(ExecutorService::shutdown);
        lanes.forEach(ExecutorService::close);
    }
}

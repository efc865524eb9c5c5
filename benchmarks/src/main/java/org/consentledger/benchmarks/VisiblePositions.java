package org.consentledger.benchmarks;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Watches how far all projections are, until it is closed. */
final class VisiblePositions implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ProductDatabase database;
    private final Map.Entry<Long, Long> begin;
    private final ConcurrentSkipListMap<Long, Long> seen = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private volatile boolean ending;
    private volatile @Nullable SQLException failure;

    private VisiblePositions(ProductDatabase database) throws SQLException {
        this.database = database;
        this.begin = Map.entry(database.visible(), System.nanoTime());
        this.thread = Thread.ofPlatform().name("visible").start(this::watch);
    }

    static VisiblePositions of(Product product) throws IOException, SQLException {
        return new VisiblePositions(ProductDatabase.of(product));
    }

    private void watch() {
        try (PreparedStatement look = database.lookAtVisible()) {
            long last = begin.getKey();
            while (!ending) {
                long position = ProductDatabase.visible(look);
                if (position > last) {
                    seen.put(position, System.nanoTime());
                    last = position;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    /**
     * When the leaf of that position was seen in all of them, as {@link System#nanoTime} counts.
     *
     * @throws IllegalStateException where it has not been for a minute, or nobody looks any more
     */
    long since(long position) throws InterruptedException {
        if (position <= begin.getKey()) {
            return begin.getValue();
        }
        long start = System.nanoTime();
        var found = seen.ceilingEntry(position);
        while (found == null) {
            if (failure != null || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("leaf " + position + " is not in every projection", failure);
            }
            thread.join(LOOK_AGAIN);
            found = seen.ceilingEntry(position);
        }
        return found.getValue();
    }

    @Override
    public void close() throws SQLException {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}

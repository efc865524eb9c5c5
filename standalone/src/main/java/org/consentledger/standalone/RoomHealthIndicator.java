package org.consentledger.standalone;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Out of service while the volume of the data directory is full: PostgreSQL runs and answers, and takes nothing, so that
 * commands, and questions that leave a record of who looked, are refused. Part of the group {@code readiness} under the name
 * {@code room}.
 */
final class RoomHealthIndicator implements HealthIndicator {
    /** Bytes: the size of the files in which PostgreSQL begins to write its WAL. */
    private static final long LEAST = 16L << 20;

    private final LongSupplier usable;

    /** @param usable bytes that are left on the volume */
    RoomHealthIndicator(LongSupplier usable) {
        this.usable = usable;
    }

    static RoomHealthIndicator of(Path directory) {
        return new RoomHealthIndicator(directory.toFile()::getUsableSpace);
    }

    @Override
    public Health health() {
        return usable.getAsLong() < LEAST
                ? Health.outOfService()
                        .withDetail("volume of the data directory", "full")
                        .build()
                : Health.up().build();
    }
}

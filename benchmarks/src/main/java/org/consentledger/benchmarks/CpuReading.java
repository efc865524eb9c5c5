package org.consentledger.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What processes have used so far, as the operating system counts it: on Linux from {@code /proc}, in steps of 10 ms a
 * process.
 *
 * @param at by the system's clock
 * @param application CPU time of the process that is measured
 * @param load CPU time of this process where it is another, which puts it under load
 * @param database CPU time of each process of the server
 */
record CpuReading(Instant at, Duration application, Duration load, Map<Long, Duration> database) {

    static CpuReading of(Instant at, ProcessHandle application, ProcessHandle server) {
        var database = Stream.concat(Stream.of(server), server.descendants())
                .collect(Collectors.toMap(ProcessHandle::pid, CpuReading::used));
        var self = ProcessHandle.current();
        return new CpuReading(at, used(application), self.equals(application) ? Duration.ZERO : used(self), database);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Duration applicationSince(CpuReading earlier) {
        return application.minus(earlier.application);
    }

    Duration loadSince(CpuReading earlier) {
        return load.minus(earlier.load);
    }

    /** Of the processes that are there now: those of the writers' connections live through a measurement. */
    Duration databaseSince(CpuReading earlier) {
        return database.entrySet().stream()
                .map(now -> now.getValue().minus(earlier.database.getOrDefault(now.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }
}

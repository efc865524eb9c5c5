package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;
import org.consentledger.benchmarks.yardsticks.Yardstick;
import org.consentledger.benchmarks.yardsticks.YardstickService;

/** The yardsticks that are services, each in a process of its own beside the product's. */
final class Services implements AutoCloseable {
    private final Path directory;
    private final int heapMegabytes;
    private final List<ServingProcess> started = new ArrayList<>();

    /**
     * None so far.
     *
     * @param directory for their logs
     * @param heapMegabytes the most that the JVM of each may use of the heap
     */
    Services(Path directory, int heapMegabytes) {
        this.directory = directory;
        this.heapMegabytes = heapMegabytes;
    }

    /** @param storedBytes how many bytes a service that stores bytes stores of each request */
    synchronized ServingProcess start(Yardstick yardstick, int storedBytes, ServiceDatabase database)
            throws IOException, InterruptedException {
        var told = directory.resolve(yardstick + ".address");
        var arguments = Stream.concat(
                        Stream.of(BenchCommand.YARDSTICK),
                        YardstickService.arguments(yardstick, storedBytes, told).stream())
                .toList();
        var service = ServingProcess.start(
                ServingProcess.ownProgram(List.of("-Xmx" + heapMegabytes + "m"), arguments),
                database.environment(),
                told,
                directory.resolve(yardstick + ".log"));
        started.add(service);
        return service;
    }

    @Override
    public synchronized void close() {
        started.forEach(ServingProcess::close);
        started.clear();
    }
}

package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What a process holds of the machine's memory, as Linux counts it. */
final class ResidentMemory {
    private static final double KIB_IN_A_MEGABYTE = 1e6 / 1024;

    private ResidentMemory() {}

    /** In megabytes of 10^6 bytes; empty where there is no {@code /proc}. */
    static OptionalDouble megabytes(ProcessHandle process) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_A_MEGABYTE)
                    .findFirst();
        }
    }
}

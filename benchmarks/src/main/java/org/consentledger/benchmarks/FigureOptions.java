package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a benchmark works and what becomes of its figures. */
final class FigureOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private @Nullable Path json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".",
            description =
                    "On whose disk to work, in a new directory that is gone afterwards; generated ledgers stay. Default: here.")
    private Path data = Path.of(".");

    Path data() {
        return data;
    }

    void write(Object figures) throws IOException {
        if (json != null) {
            JsonFile.write(figures, json);
        }
    }
}

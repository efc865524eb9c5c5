package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code pgbench} at work. It ends by itself and leaves a log of its transactions. */
final class PgbenchLoad implements Load {
    /** client, transaction, latency in microseconds, script, end in seconds since 1970 and microseconds. */
    private static final int TOOK = 2;

    private static final int AT_SECONDS = 4;
    private static final int AT_MICROS = 5;

    private final Process process;
    private final Path output;
    private final Path directory;
    private final String log;

    PgbenchLoad(Process process, Path output, Path directory, String log) {
        this.process = process;
        this.output = output;
        this.directory = directory;
        this.log = log;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void workFor(Duration time) throws InterruptedException {
        if (process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("pgbench ended early; see " + output);
        }
    }

    @Override
    public List<Completion> end() throws IOException, InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("pgbench failed: " + Files.readString(output));
        }
        var completions = new ArrayList<Completion>();
        try (var logs = Files.newDirectoryStream(directory, log + ".[0-9]*")) {
            for (var file : logs) {
                Files.readAllLines(file).forEach(line -> completions.add(completion(line)));
                Files.delete(file);
            }
        }
        return completions;
    }

    private static Completion completion(String line) {
        var fields = line.split(" ", -1);
        return new Completion(
                Long.parseLong(fields[AT_SECONDS]) * 1_000_000 + Long.parseLong(fields[AT_MICROS]),
                Long.parseLong(fields[TOOK]));
    }
}

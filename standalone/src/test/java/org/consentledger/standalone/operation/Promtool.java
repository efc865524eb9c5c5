package org.consentledger.standalone.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus's own tool, which knows what Prometheus takes. */
final class Promtool {
    /** Where the files for Prometheus are. */
    static final Path FILES = Path.of("..", "config", "prometheus");

    /**
     * What came of it.
     *
     * @param output of both kinds
     */
    record Result(int exitStatus, String output) {}

    private Promtool() {}

    /** Runs it among the files for Prometheus. */
    static Result run(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process =
                start(new ProcessBuilder(command).directory(FILES.toFile()).redirectErrorStream(true));
        try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("needs promtool: apt-get install --no-install-recommends prometheus", e);
        }
    }
}

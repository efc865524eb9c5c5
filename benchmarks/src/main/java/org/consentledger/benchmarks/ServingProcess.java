package org.consentledger.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own, which serves HTTP and tells in a file where.
 *
 * @param log what it said
 * @param took from the call of the program until it served
 */
record ServingProcess(Process process, URI address, Path log, Duration took) implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /**
     * Starts it, and waits until it serves.
     *
     * @param environment variables that it has beside ours
     * @param told where it writes its address when it serves
     */
    static ServingProcess start(List<String> command, Map<String, String> environment, Path told, Path log)
            throws IOException, InterruptedException {
        Files.deleteIfExists(told);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        var process = builder.start();
        while (!Files.exists(told)) {
            if (!process.isAlive() || System.nanoTime() - start > START.toNanos()) {
                process.destroyForcibly();
                throw new IOException("it does not start; see " + log);
            }
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new ServingProcess(process, URI.create(Files.readString(told).strip()), log, took);
    }

    /** Our own program again, with other arguments. */
    static List<String> ownProgram(List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        var classPath = System.getProperty("java.class.path");
        command.addAll(
                classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")
                        ? List.of("-cp", classPath, BenchCommand.class.getName())
                        : List.of("-jar", classPath));
        command.addAll(arguments);
        return command;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

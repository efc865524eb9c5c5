package org.consentledger.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own, which serves HTTP.
 *
 * @param log what it said
 * @param took from the call of the program until it served
 */
record ServingProcess(Process process, URI address, Path log, Duration took) implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** Tells where a program serves; empty as long as it does not. */
    @FunctionalInterface
    interface Address {
        Optional<URI> look() throws IOException, InterruptedException;
    }

    /**
     * Starts it, and waits until it serves.
     *
     * @param environment variables that it has beside ours
     * @param told where it writes its address when it serves
     */
    static ServingProcess start(List<String> command, Map<String, String> environment, Path told, Path log)
            throws IOException, InterruptedException {
        Files.deleteIfExists(told);
        return start(
                command,
                environment,
                () -> Files.exists(told)
                        ? Optional.of(URI.create(Files.readString(told).strip()))
                        : Optional.empty(),
                log);
    }

    /** The same for a program that does not tell by itself: it is asked again and again. */
    static ServingProcess start(List<String> command, Map<String, String> environment, Address address, Path log)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        var process = builder.start();
        var serves = address.look();
        while (serves.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - start > START.toNanos()) {
                process.destroyForcibly();
                throw new IOException("it does not start; see " + log);
            }
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            serves = address.look();
        }
        return new ServingProcess(process, serves.get(), log, Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * Our own program again, with other arguments, under the options of our own JVM: the start script gave it those of the
     * product, so that yardsticks are compiled and their heap is collected as the product's.
     */
    static List<String> ownProgram(List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ownOptions());
        command.addAll(jvmOptions);
        var classPath = System.getProperty("java.class.path");
        command.addAll(
                classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")
                        ? List.of("-cp", classPath, BenchCommand.class.getName())
                        : List.of("-jar", classPath));
        command.addAll(arguments);
        return command;
    }

    /** What an earlier start left behind for its program is of no use to another class path. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:") && !option.startsWith("-XX:AOT"))
                .toList();
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

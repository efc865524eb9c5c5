package org.consentledger.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.standalone.issuer.ClientTokens;
import org.consentledger.standalone.issuer.IssuerDirectory;
import org.springframework.util.FileSystemUtils;

/** The whole product, started as its users start it, in a process of its own. */
final class ProductProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Path directory;
    private final Process process;
    private final URI address;
    private final boolean kept;
    private boolean closed;

    private ProductProcess(Path directory, boolean kept, Process process, URI address) {
        this.directory = directory;
        this.kept = kept;
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it in a directory of its own, which is gone at the end, and waits until it serves.
     *
     * @param parent on whose disk everything is written
     * @param heapMegabytes the most that its JVM may use of the heap
     */
    static ProductProcess start(Path parent, int heapMegabytes) throws IOException, InterruptedException {
        return startIn(Files.createTempDirectory(parent.toAbsolutePath(), "bench-"), false, heapMegabytes);
    }

    /** The same on a ledger of that data set, which stays there with the projections that it has made. */
    static ProductProcess startOn(DataSet set, Path parent, int heapMegabytes)
            throws IOException, SQLException, InterruptedException {
        return startIn(KeptLedger.of(set, parent, _ -> {}), true, heapMegabytes);
    }

    private static ProductProcess startIn(Path directory, boolean kept, int heapMegabytes)
            throws IOException, InterruptedException {
        var told = directory.resolve("data").resolve("address");
        Files.deleteIfExists(told);
        var log = directory.resolve("product.log").toFile();
        var process = new ProcessBuilder(command(directory.resolve("data"), heapMegabytes))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(told)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the product does not start; see " + log);
            }
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        return new ProductProcess(
                directory, kept, process, URI.create(Files.readString(told).strip()));
    }

    private static List<String> command(Path data, int heapMegabytes) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError"));
        var classPath = System.getProperty("java.class.path");
        command.addAll(
                classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")
                        ? List.of("-cp", classPath, BenchCommand.class.getName())
                        : List.of("-jar", classPath));
        command.addAll(List.of(BenchCommand.PRODUCT, "start", "--port", "0", "--data", data.toString()));
        return command;
    }

    URI address() {
        return address;
    }

    /** On whose disk it works. */
    Path directory() {
        return directory;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** The first process of its PostgreSQL, whose children all the others are. */
    ProcessHandle databaseProcess() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster().getFirst())).orElseThrow();
    }

    /** A connection to its database, as the owner. */
    Connection database() throws IOException, SQLException {
        var password = Files.readString(directory.resolve("data/postgres-password"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/ledger", "postgres", password.strip());
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(directory.resolve("data/pgdata/postmaster.pid"));
    }

    /** Tokens for the clients that it made at its start. */
    ClientTokens tokens() throws IOException {
        return new ClientTokens(new IssuerDirectory(directory.resolve("data")).read());
    }

    /** Also called when the benchmark is told to stop; whoever comes second waits for the first. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            stop();
            if (!kept) {
                FileSystemUtils.deleteRecursively(directory);
            }
        }
    }

    private void stop() {
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

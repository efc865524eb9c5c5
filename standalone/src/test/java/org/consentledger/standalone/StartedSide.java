package org.consentledger.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.access.testing.TestIssuer;

/** One of the two sides as a process of its own, from the jar that is handed out. */
final class StartedSide {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final Process process;
    private final Path log;
    private final URI url;
    private final LedgerClient client;

    private StartedSide(String name, Process process, Path log, URI url) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.url = url;
        this.client = new LedgerClient(url);
    }

    /**
     * Where the sides live together.
     *
     * @param directory for the keys, which they share, and a working directory for each
     * @param jdbcUrl of the database, which they share
     */
    record Place(Path directory, String jdbcUrl, String user) {
        StartedSide command(String name, String... settings) throws IOException {
            return start("command-side", name, settings);
        }

        StartedSide query(String name, String... settings) throws IOException {
            return start("query-side", name, settings);
        }

        private StartedSide start(String side, String name, String... settings) throws IOException {
            int port = HttpPort.resolve(0);
            var own = Files.createDirectories(directory.resolve(name));
            var log = directory.resolve(name + ".log");
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-jar",
                    jar(side).toString(),
                    "--server.address=127.0.0.1",
                    "--server.port=" + port,
                    "--spring.datasource.url=" + jdbcUrl,
                    "--spring.datasource.username=" + user,
                    "--spring.datasource.hikari.connection-timeout=3000",
                    "--server.forward-headers-strategy=native",
                    "--ledger.keys-directory=" + directory.resolve("keys"),
                    TestIssuer.shared().setting()));
            command.addAll(List.of(settings));
            var process = new ProcessBuilder(command)
                    .directory(own.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var url = URI.create("http://127.0.0.1:" + port + "/");
            TestTokens.knowSide(url);
            return new StartedSide(name, process, log, url);
        }
    }

    /** What is handed out of that module. */
    static Path jar(String module) throws IOException {
        var script = Path.of(System.getProperty("ledger.script")).toRealPath();
        try (var built = Files.newDirectoryStream(script.resolveSibling(module).resolve("target"), "*-exec.jar")) {
            return built.iterator().next();
        }
    }

    LedgerClient client() {
        return client;
    }

    int port() {
        return url.getPort();
    }

    void awaitReadiness(int status) {
        await().alias(name + " answers readiness with " + status)
                .atMost(PATIENCE)
                .until(() -> readiness() == status);
    }

    /** 0 where it cannot be reached. */
    private int readiness() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError(name + " has ended:\n" + log());
        }
        try {
            return client.get("/actuator/health/readiness").status();
        } catch (IOException _) {
            return 0;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as a service manager does, and waits for that. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " does not stop");
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void end() {
        client.close();
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return name + " at " + url;
    }
}

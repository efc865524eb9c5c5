package org.consentledger.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A product started through the real {@code ./ledger}, and what a test may want to know of it. */
final class StartedProduct {
    /** Variables for what asks an authority that is in this process, while the machine may be busy. */
    static final Map<String, String> PATIENT_WITH_AUTHORITIES =
            Map.of("LEDGER_TIMESTAMP_CONNECTTIMEOUT", "30s", "LEDGER_TIMESTAMP_TIMEOUT", "90s");

    /** For {@code LEDGER_JAVA_OPTS}: what lives for a minute is not worth the second compiler. */
    static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g";

    private static final int PATIENCE_SECONDS = 300;
    /** Signal 2, in the mask of those ignored. */
    private static final long SIGINT = 1 << 1;

    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    private final Process process;
    private final Path data;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> url = new CompletableFuture<>();
    private final CompletableFuture<String> allOutput;

    private StartedProduct(Process process, Path data) {
        this.process = process;
        this.data = data;
        this.allOutput = CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
    }

    /** Starts it in a working directory of ours, with a data directory that is relative to it. */
    static StartedProduct start(Path workingDirectory, String data, int port, String... options) throws IOException {
        return start(workingDirectory, data, port, Map.of(), options);
    }

    /** Starts it with these variables in its environment. */
    static StartedProduct start(
            Path workingDirectory, String data, int port, Map<String, String> environment, String... options)
            throws IOException {
        var arguments = new ArrayList<>(List.of("start", "--port", Integer.toString(port), "--data", data));
        arguments.addAll(List.of(options));
        return run(workingDirectory, data, environment, arguments);
    }

    /** Runs another verb on a data directory that is relative to the working directory, the last argument. */
    static StartedProduct run(Path workingDirectory, String... arguments) throws IOException {
        return run(workingDirectory, arguments[arguments.length - 1], Map.of(), List.of(arguments));
    }

    private static StartedProduct run(
            Path workingDirectory, String data, Map<String, String> environment, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(takingInterrupts());
        command.add(System.getProperty("ledger.script"));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        builder.environment().put("LEDGER_JAVA_OPTS", JAVA_OPTIONS);
        builder.environment().remove("LANG");
        builder.environment().remove("LC_ALL");
        builder.environment().putAll(environment);
        return new StartedProduct(builder.start(), workingDirectory.resolve(data));
    }

    /**
     * What to start a program with so that SIGINT ends it. What a shell starts in the background ignores SIGINT, its
     * children inherit that, and a JVM leaves it so; on Linux it can be seen, and undone.
     */
    private static List<String> takingInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return List.of();
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                            .anyMatch(line -> (HexFormat.fromHexDigitsToLong(
                                                    line.substring(7).strip())
                                            & SIGINT)
                                    != 0)
                    ? List.of("env", "--default-signal=INT")
                    : List.of();
        }
    }

    private String read() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                var matcher = URL.matcher(line);
                if (line.contains(" serves on ") && matcher.find()) {
                    var served = URI.create(matcher.group());
                    if (Files.exists(data.resolve("credentials.json"))) {
                        TestTokens.know(served, data);
                    }
                    url.complete(served);
                }
            }
            var all = String.join("\n", output);
            url.completeExceptionally(new AssertionError("ended without serving:\n" + all));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says where it serves. */
    URI url() throws Exception {
        return url.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    int readiness() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(url().resolve("/actuator/health/readiness"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    void awaitReadiness(int status) {
        await().alias("readiness is answered with " + status)
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> readiness() == status);
    }

    /** Waits for its end; answers the exit status. */
    int exitStatus() throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + output);
        }
        return process.exitValue();
    }

    /** Waits until it says so. */
    void awaitOutput(String words) {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> output.stream().anyMatch(line -> line.contains(words)));
    }

    /** All that it said until its end. */
    String output() throws Exception {
        return allOutput.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void signal(String name) throws Exception {
        signal(name, process.pid());
    }

    void signalDatabase(String name) throws Exception {
        signal(name, Long.parseLong(postmasterPid().getFirst()));
    }

    /** Kills the PostgreSQL process of one of the product's connections. */
    void killConnection() throws Exception {
        signal(
                "KILL",
                ask("SELECT min(pid) FROM pg_stat_activity WHERE datname = 'ledger'"
                        + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"));
    }

    /** Asks its database for one number. */
    long ask(String sql) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("no process " + pid);
        }
    }

    Connection connect() throws IOException, SQLException {
        var port = postmasterPid().get(3);
        var password = Files.readString(data.resolve("postgres-password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/ledger", "postgres", password);
    }

    private List<String> postmasterPid() throws IOException {
        return Files.readAllLines(data.resolve("pgdata/postmaster.pid"));
    }

    /** The processes of the PostgreSQL that lives in the data directory. */
    static List<ProcessHandle> databaseProcesses(Path data) {
        return Stream.of(data.resolve("postgres"))
                .flatMap(programs -> ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .command()
                                .filter(command -> Path.of(command).startsWith(programs))
                                .isPresent()))
                .toList();
    }

    void end() {
        process.destroyForcibly().onExit().join();
        databaseProcesses(data).forEach(ProcessHandle::destroyForcibly);
    }
}

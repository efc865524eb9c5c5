package org.consentledger.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;

/**
 * A command side and a query side, each a process of its own and the jar that is handed out, on one PostgreSQL with the
 * settings of the product's own.
 */
final class TwoSides implements Product {
    private static final int OK = 200;

    private final Path jars;
    private final int heapMegabytes;
    private final ScratchDatabase database;
    private final OwnIssuer issuer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ServingProcess> sides = new ArrayList<>();
    private boolean closed;

    private TwoSides(Path jars, int heapMegabytes, ScratchDatabase database, OwnIssuer issuer) {
        this.jars = jars;
        this.heapMegabytes = heapMegabytes;
        this.database = database;
        this.issuer = issuer;
    }

    /**
     * Starts them in a directory of their own, which is gone at the end, and waits until both serve.
     *
     * @param checkout in whose {@code target} directories the jars are
     * @param parent on whose disk everything is written
     * @param heapMegabytes the most that the JVM of each may use of the heap
     */
    static TwoSides start(Path checkout, Path parent, int heapMegabytes, InstantSource clock)
            throws IOException, InterruptedException, SQLException {
        var started = new TwoSides(checkout, heapMegabytes, ScratchDatabase.start(parent), new OwnIssuer(clock));
        try {
            started.launch("command-side");
            started.launch("query-side");
            return started;
        } catch (IOException | InterruptedException e) {
            started.close();
            throw e;
        }
    }

    private void launch(String side) throws IOException, InterruptedException {
        var url = URI.create("http://127.0.0.1:" + freePort());
        var own = database.directory();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar(jars.resolve(side).resolve("target")).toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + url.getPort(),
                "--ledger.keys-directory=" + own.resolve("keys"),
                "--ledger.imports.directory=" + own.resolve("imports")));
        command.addAll(issuer.settings());
        var ledger = databaseNamed("ledger");
        sides.add(ServingProcess.start(
                command,
                Map.of(
                        "SPRING_DATASOURCE_URL", ledger.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", ledger.user(),
                        "SPRING_DATASOURCE_PASSWORD", ledger.password()),
                () -> serves(url) ? Optional.of(url) : Optional.empty(),
                own.resolve(side + ".log")));
    }

    private static Path jar(Path target) throws IOException {
        try (var built = Files.newDirectoryStream(target, "*-exec.jar")) {
            var jars = built.iterator();
            if (!jars.hasNext()) {
                throw new IOException("there is no *-exec.jar in " + target);
            }
            return jars.next();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private boolean serves(URI url) throws InterruptedException {
        var readiness = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                .build();
        try {
            return http.send(readiness, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false; // not yet
        }
    }

    @Override
    public URI commands() {
        return sides.getFirst().address();
    }

    @Override
    public URI questions() {
        return sides.getLast().address();
    }

    @Override
    public ProcessHandle process() {
        return sides.getFirst().process().toHandle();
    }

    @Override
    public ProcessHandle databaseProcess() {
        return database.process();
    }

    @Override
    public ServiceDatabase databaseNamed(String name) {
        return new ServiceDatabase(
                "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + name, database.user(), database.password());
    }

    @Override
    public UnaryOperator<String> tokens() {
        return issuer::authorization;
    }

    @Override
    public String heap() {
        return "heap of " + heapMegabytes + " MB each";
    }

    /** Also called when the benchmark is told to stop; whoever comes second waits for the first. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            sides.reversed().forEach(ServingProcess::close);
            issuer.close();
            http.close();
            database.close();
        }
    }
}

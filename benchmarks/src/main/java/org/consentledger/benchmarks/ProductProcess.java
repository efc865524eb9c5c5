package org.consentledger.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.yardsticks.ServiceDatabase;
import org.consentledger.standalone.issuer.ClientTokens;
import org.consentledger.standalone.issuer.IssuerDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The whole product, started as its users start it, in a process of its own. */
final class ProductProcess implements Product {
    private static final String OUT_OF_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    /** Of the product and of three services, with room for ours. */
    private static final int CONNECTIONS = 160;

    /** Where the start script of the checkout is, told by itself: the product is then started as its users start it. */
    private static final @Nullable String SCRIPT = System.getProperty("ledger.script");

    private final Path directory;
    private final int heapMegabytes;
    private ServingProcess process;
    private final boolean kept;
    private boolean closed;

    private ProductProcess(Path directory, boolean kept, int heapMegabytes) throws IOException, InterruptedException {
        this.directory = directory;
        this.kept = kept;
        this.heapMegabytes = heapMegabytes;
        this.process = launch();
    }

    /**
     * Starts it in a directory of its own, which is gone at the end, and waits until it serves.
     *
     * @param parent on whose disk everything is written
     * @param heapMegabytes the most that its JVM may use of the heap
     */
    static ProductProcess start(Path parent, int heapMegabytes) throws IOException, InterruptedException {
        return new ProductProcess(Files.createTempDirectory(parent.toAbsolutePath(), "bench-"), false, heapMegabytes);
    }

    /** In a directory of its own, with a PostgreSQL that has connections for other services as well. */
    static ProductProcess startBesideServices(Path parent, int heapMegabytes)
            throws IOException, InterruptedException, SQLException {
        var product = start(parent, heapMegabytes);
        try (var database = product.database();
                var statement = database.createStatement()) {
            statement.execute("alter system set max_connections = " + CONNECTIONS);
        }
        Duration _ = product.startedAgain();
        return product;
    }

    /** The same on a ledger of that data set, which stays there with the projections that it has made. */
    static ProductProcess startOn(DataSet set, Path parent, int heapMegabytes)
            throws IOException, SQLException, InterruptedException {
        return new ProductProcess(KeptLedger.of(set, parent, _ -> {}), true, heapMegabytes);
    }

    /** Whether the start script starts it, and not our own program, which has yardsticks on its class path. */
    static boolean isStartedByTheScript() {
        return SCRIPT != null;
    }

    /** Where the product was built: the directory of the start script, else the one that we run in. */
    static Path checkout() {
        return SCRIPT == null
                ? Path.of("").toAbsolutePath()
                : Path.of(SCRIPT).toAbsolutePath().resolveSibling("");
    }

    private ServingProcess launch() throws IOException, InterruptedException {
        var data = directory.resolve("data");
        var start = List.of("start", "--port", "0", "--data", data.toString());
        var heap = "-Xmx" + heapMegabytes + "m";
        return ServingProcess.start(
                SCRIPT == null
                        ? ServingProcess.ownProgram(List.of(heap, OUT_OF_MEMORY), with(BenchCommand.PRODUCT, start))
                        : with(SCRIPT, start),
                Map.of("LEDGER_JAVA_OPTS", heap, "LEDGER_BUILD", "never"),
                data.resolve("address"),
                directory.resolve("product.log"));
    }

    private static List<String> with(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** Stops it and starts it again on what it has; answers how long the start took until it served. */
    Duration startedAgain() throws IOException, InterruptedException {
        process.close();
        process = launch();
        return process.took();
    }

    @Override
    public URI commands() {
        return process.address();
    }

    @Override
    public URI questions() {
        return process.address();
    }

    /** On whose disk it works. */
    Path directory() {
        return directory;
    }

    @Override
    public String heap() {
        return "heap of " + heapMegabytes + " MB each";
    }

    @Override
    public ProcessHandle process() {
        return process.process().toHandle();
    }

    @Override
    public ProcessHandle databaseProcess() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster().getFirst())).orElseThrow();
    }

    @Override
    public ServiceDatabase databaseNamed(String name) throws IOException {
        var password = Files.readString(directory.resolve("data/postgres-password"));
        return new ServiceDatabase(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/" + name, "postgres", password.strip());
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(directory.resolve("data/pgdata/postmaster.pid"));
    }

    /** Those of the clients that it made at its start. */
    @Override
    public UnaryOperator<String> tokens() throws IOException {
        return new ClientTokens(new IssuerDirectory(directory.resolve("data")).read())::authorization;
    }

    /** Also called when the benchmark is told to stop; whoever comes second waits for the first. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            process.close();
            if (!kept) {
                FileSystemUtils.deleteRecursively(directory);
            }
        }
    }
}

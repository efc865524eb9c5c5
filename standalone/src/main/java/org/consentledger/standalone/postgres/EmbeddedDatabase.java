package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running PostgreSQL that belongs to this process.
 *
 * <p>It listens on 127.0.0.1 alone, on a port chosen anew at every start, and asks for a password. It runs in a
 * session of its own, so a Ctrl-C on the terminal does not reach it: it ends when it is closed, after everything
 * that uses it. Where it ends before that, it can be started again on the same port. Where this process is killed, the
 * server stays behind and the next start stops it first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String USER = "postgres";
    private static final String DATABASE = "ledger";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final DatabaseDirectory directory;
    private final PostgresProgram programs;
    private final int port;
    private final String password;
    private final CountDownLatch closed = new CountDownLatch(1);
    private ProcessHandle server;

    private EmbeddedDatabase(DatabaseDirectory directory, PostgresProgram programs)
            throws IOException, InterruptedException {
        this.directory = directory;
        this.programs = programs;
        this.port = FreePort.find();
        this.password = Password.read(directory.password());
        OwnerOnly.write(directory.pgdata().resolve("postgresql.conf"), PostgresSettings.configuration(port));
        this.server = launch();
    }

    /**
     * Starts the server, at the first start after making its files, and the database {@code ledger} in it.
     *
     * @param progress told, in a sentence each, what takes longer than usual
     * @throws DatabaseRefused where the data cannot be served safely; then nothing is left running
     */
    public static EmbeddedDatabase start(DatabaseDirectory directory, Consumer<String> progress)
            throws IOException, InterruptedException, SQLException {
        PostgresCluster.refuseUnfinishedChange(directory.pgdata());
        if (!Files.exists(directory.pgdata())) {
            progress.accept("Preparing the database in " + directory.pgdata());
        }
        OwnerOnly.createDirectory(directory.programs());
        OwnerOnly.createDirectory(directory.logs());
        var binaries = PostgresBinaries.unpackedIn(directory.programs());
        var programs = new PostgresProgram(binaries, directory.logs());
        PostgresCluster.refuseOtherMajorVersion(directory.pgdata(), binaries.majorVersion());
        LeftBehind.stop(directory.programs().toRealPath(), directory.pgdata(), programs, progress);
        PostgresCluster.prepare(directory.pgdata(), directory.password(), programs);

        var database = new EmbeddedDatabase(directory, programs);
        try {
            database.createDatabase();
            try (var connection = database.connect(DATABASE)) {
                Durability.check(connection);
            }
        } catch (SQLException | DatabaseRefused e) {
            database.close();
            throw e;
        }
        return database;
    }

    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    static String jdbcUrl(int port) {
        return jdbcUrl(port, DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Completes when the server that runs now has ended, for whatever reason. */
    synchronized CompletableFuture<?> ended() {
        return server.onExit();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Whether it is closed, or is closed within that time. */
    boolean isClosedWithin(Duration time) throws InterruptedException {
        return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts the server again that has ended by itself; it recovers its log. Settings are those of the first start, so
     * nothing need be written before PostgreSQL itself writes.
     *
     * @return whether it runs now; false once it is closed
     * @throws DatabaseRefused where it does not start; then nothing is left running, and it may be tried again
     */
    synchronized boolean startAgain() throws IOException, InterruptedException, SQLException {
        if (isClosed() || server.isAlive()) {
            return !isClosed();
        }
        LeftBehind.stop(directory.programs().toRealPath(), directory.pgdata(), programs, _ -> {});
        server = launch();
        try (var connection = connect(DATABASE)) {
            Durability.check(connection);
        } catch (SQLException | DatabaseRefused e) {
            stop();
            throw e;
        }
        return true;
    }

    /** Stops the server for good: transactions under way are rolled back, what is committed is on the disk. */
    @Override
    public synchronized void close() throws IOException {
        closed.countDown();
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        }
    }

    private void stop() throws IOException, InterruptedException {
        if (server.isAlive() && !pgCtl(STOP_PATIENCE, "stop", "--mode=fast").succeeded()) {
            var outcome = pgCtl(STOP_PATIENCE, "stop", "--mode=immediate");
            if (!outcome.succeeded()) {
                throw new DatabaseRefused("PostgreSQL does not stop: " + outcome.output());
            }
        }
    }

    private ProcessHandle launch() throws IOException, InterruptedException {
        var log = new ServerLog(directory.logs().resolve("postgresql.log"));
        log.rotateIfLarge();
        var outcome = pgCtl(START_PATIENCE, "start", "--log=" + log.file());
        if (!outcome.succeeded()) {
            // A server that is merely slow, replaying its log, must not go on without an owner.
            pgCtl(STOP_PATIENCE, "stop", "--mode=immediate");
            throw new DatabaseRefused("PostgreSQL did not start within " + START_PATIENCE.toSeconds() + " s; "
                    + log.file() + " ends with:\n" + log.tail());
        }
        var pid =
                Files.readAllLines(directory.pgdata().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(
                        () -> new DatabaseRefused("PostgreSQL ended as soon as it had started; see " + log.file()));
    }

    private PostgresProgram.Outcome pgCtl(Duration patience, String action, String option)
            throws IOException, InterruptedException {
        return programs.run(
                patience.plusSeconds(5),
                "pg_ctl",
                action,
                "--pgdata=" + directory.pgdata(),
                "--wait",
                "--timeout=" + patience.toSeconds(),
                option);
    }

    private void createDatabase() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), USER, password);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}

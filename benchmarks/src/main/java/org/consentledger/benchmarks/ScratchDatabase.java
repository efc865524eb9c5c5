package org.consentledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.consentledger.standalone.postgres.DatabaseDirectory;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.springframework.util.FileSystemUtils;

/** The product's PostgreSQL with the product's settings, in a directory that is gone when the benchmark ends. */
final class ScratchDatabase implements MeasuredPostgres, AutoCloseable {
    private final Path directory;
    private final EmbeddedDatabase server;
    private final ProcessHandle process;
    private boolean closed;

    private ScratchDatabase(Path directory, EmbeddedDatabase server, ProcessHandle process) {
        this.directory = directory;
        this.server = server;
        this.process = process;
    }

    /** @param parent on whose disk everything is written */
    static ScratchDatabase start(Path parent) throws IOException, InterruptedException, SQLException {
        var directory = Files.createTempDirectory(parent.toAbsolutePath(), "bench-");
        var files = DatabaseDirectory.in(directory);
        var server = EmbeddedDatabase.start(files, _ -> {});
        var pid = Files.readAllLines(files.pgdata().resolve("postmaster.pid")).getFirst();
        var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return new ScratchDatabase(directory, server, process);
    }

    /** For what a contender keeps outside the database, on the same disk. */
    Path directory() {
        return directory;
    }

    @Override
    public ProcessHandle process() {
        return process;
    }

    int port() {
        return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    String user() {
        return server.user();
    }

    String password() {
        return server.password();
    }

    /** Makes a database, and a pool on it that keeps so many connections open. */
    HikariDataSource create(String name, int connections) {
        execute("create database " + name);
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port() + "/" + name);
        config.setUsername(user());
        config.setPassword(password());
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    @Override
    public void checkpoint() {
        execute("checkpoint");
    }

    @Override
    public String version() {
        try (var connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), user(), password());
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refuses: " + sql, e);
        }
    }

    /** Also called when the process is told to stop; whoever comes second waits for the first. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}

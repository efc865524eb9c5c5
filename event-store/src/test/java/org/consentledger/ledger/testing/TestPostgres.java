package org.consentledger.ledger.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.ledger.schema.SchemaMigration;

/**
 * One server for all tests of a JVM, durable as in production but for the disk's flush; each test class takes a database
 * of its own. The server ends with the JVM.
 */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Map<List<String>, String> MIGRATED = new ConcurrentHashMap<>();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A database that nobody else uses, for {@code spring.datasource.url}; user {@code postgres}, no password. */
    public static String emptyDatabase() {
        return create("template1");
    }

    /** A backup of a database that nobody is connected to, as a database of its own. */
    public static String copy(String url) {
        String path = URI.create(url.substring("jdbc:".length())).getPath();
        return create(path.substring(1));
    }

    private static String create(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** A pool on that database. */
    public static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** A pool on a fresh database with the ledger's tables. */
    public static HikariDataSource ledgerDatabase() {
        return pool(migrated("ledger"));
    }

    /** A database that nobody else uses, with the tables of these schemas as their migrations leave them. */
    public static String migrated(String... schemas) {
        return copy(MIGRATED.computeIfAbsent(List.of(schemas), TestPostgres::migratedOnce));
    }

    private static String migratedOnce(List<String> schemas) {
        String url = emptyDatabase();
        try (var pool = pool(url)) {
            schemas.forEach(schema -> new SchemaMigration(pool, schema));
        }
        return url;
    }
}

package org.consentledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedDatabaseTest {
    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    DatabaseDirectory directory;

    @BeforeEach
    void unpackTheProgramsOnceForAllTests() {
        directory = new DatabaseDirectory(
                shared.resolve("postgres"),
                temporary.resolve("pgdata"),
                temporary.resolve("password"),
                temporary.resolve("logs"));
    }

    @Test
    void keepsItsDataOverStartsAndAsksForThePassword() throws Exception {
        try (var database = start()) {
            execute(database, "CREATE TABLE kept (fact text)");
            execute(database, "INSERT INTO kept VALUES ('約款')");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
        try (var database = start()) {
            assertThat(ask(database, "SELECT fact FROM kept")).isEqualTo("約款");
            assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.password())))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesToRunWithoutDurabilityAndLeavesNoServer() throws Exception {
        try (var database = start()) {
            execute(database, "ALTER SYSTEM SET synchronous_commit = off");
        }

        assertThatThrownBy(this::start).isInstanceOf(DatabaseRefused.class).hasMessageContaining("synchronous_commit");

        assertThat(directory.pgdata().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void takesNoticeOfNobodysProcessNumberLeftInThePidFile() throws Exception {
        start().close();
        var pidFile = directory.pgdata().resolve("postmaster.pid");
        Files.writeString(
                pidFile, ProcessHandle.current().pid() + "\n" + directory.pgdata() + "\n1\n5432\n\n\n\nready\n");

        try (var database = start()) {
            assertThat(ask(database, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @ParameterizedTest
    @CsvSource({"17,Run: config/backup/change-postgresql", "19,Run the release again"})
    void refusesTheDataOfAnotherMajorVersionSaysWhatToRunAndChangesNothing(String version, String advice)
            throws IOException {
        Files.createDirectories(directory.pgdata());
        Files.writeString(directory.pgdata().resolve("PG_VERSION"), version + "\n");
        var pid = Files.writeString(directory.pgdata().resolve("postmaster.pid"), "1\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("is a database of PostgreSQL " + version)
                .hasMessageContaining("brings PostgreSQL 18; nothing was changed")
                .hasMessageContaining(advice);

        assertThat(pid).hasContent("1\n");
        try (var files = Files.list(directory.pgdata())) {
            assertThat(files).hasSize(2);
        }
        assertThat(directory.password()).doesNotExist();
    }

    @Test
    void refusesToMakeAnEmptyDatabaseInPlaceOfOneWhoseChangeWasBrokenOff() throws IOException {
        Files.createDirectories(temporary.resolve("pgdata.new"));

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("pgdata.new is: a change to another PostgreSQL was broken off")
                .hasMessageContaining("Run again: config/backup/change-postgresql " + temporary);

        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactly(temporary.resolve("pgdata.new"));
        }
    }

    @Test
    void refusesADatabaseWhosePasswordIsMissing() throws Exception {
        start().close();
        Files.delete(directory.password());

        assertThatThrownBy(this::start).isInstanceOf(DatabaseRefused.class).hasMessageContaining("password");

        assertThat(directory.pgdata().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void initialisesAgainAfterAnInterruptedInitialisation() throws Exception {
        Files.createDirectories(temporary.resolve("pgdata.partial/base"));

        try (var database = start()) {
            assertThat(ask(database, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void showsTheServersOwnWordsWhenItDoesNotStart() throws Exception {
        start().close();
        Files.writeString(directory.pgdata().resolve("postgresql.auto.conf"), "shared_buffers = 'a lot'\n");

        assertThatThrownBy(this::start).isInstanceOf(DatabaseRefused.class).hasMessageContaining("shared_buffers");
    }

    private EmbeddedDatabase start() throws IOException, InterruptedException, SQLException {
        return EmbeddedDatabase.start(directory, _ -> {});
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

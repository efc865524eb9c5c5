package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ChangePostgresqlTest {
    private static final Path SCRIPT = Path.of("..", "config", "backup", "change-postgresql");

    @TempDir
    Path temporary;

    private Path data;
    private Path tools;

    @BeforeEach
    void given() throws IOException {
        data = Files.createDirectory(temporary.resolve("data"));
        tools = Files.createDirectory(temporary.resolve("tools"));
        database("pgdata", "17");
        Files.createDirectories(data.resolve("postgres/18.1.0"));
        tool(data.resolve("postgres/17.6.0/bin/postgres"), "");
        for (var name : List.of("pg_dumpall", "psql")) {
            tool(tools.resolve(name), "");
        }
        tool(tools.resolve("pg_dump"), "echo asked for its version >&2; read -r _; echo 'pg_dump (PostgreSQL) 14.1'");
    }

    @Test
    @DisplayName("製品がデータディレクトリーを使っている間は、何も変えずに断る")
    void refusesWhereAProcessHasTheLock() throws Exception {
        try (var _ = DataDirectoryLock.take(new DataDirectory(data))) {
            var change = change();
            assertThat(ended(change))
                    .contains("in use by another process ("
                            + ProcessHandle.current().pid() + ")");
            assertThat(change.exitValue()).isOne();
        }
        assertThat(version("pgdata")).isEqualTo("17");
    }

    @Test
    @DisplayName("動いている間はデータディレクトリーを他のプロセスに使わせず、終われば手放す")
    void holdsTheLock() throws Exception {
        var change = change();
        try (var output = change.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("asked for its version");
            assertThat(DataDirectoryLock.tryToTake(new DataDirectory(data))).isEmpty();
            assertThat(data.resolve("lock")).hasContent(change.pid() + "\n");
            change.getOutputStream().close();
            assertThat(output.readLine()).contains("pg_dump is of PostgreSQL 14");
        }
        assertThat(change.waitFor()).isOne();
        DataDirectoryLock.take(new DataDirectory(data)).close();
    }

    @Test
    @DisplayName("前の移行の古いデータベースが残っていれば、その中へ移すことはせず、断る")
    void movesNothingIntoAnOldDatabase() throws Exception {
        database("pgdata-17", "17");
        var change = change();
        assertThat(ended(change)).contains("pgdata-17 is there already");
        assertThat(change.exitValue()).isOne();
        assertThat(data.resolve("pgdata-17/pgdata")).doesNotExist();
        assertThat(version("pgdata")).isEqualTo("17");
    }

    @Test
    @DisplayName("二つの改名の間で止められても、もう一度走らせれば終わる")
    void endsWhatWasBrokenOff() throws Exception {
        database("pgdata-9", "9");
        Files.move(data.resolve("pgdata"), data.resolve("pgdata-17"));
        database("pgdata.new", "18");
        var change = change();
        assertThat(ended(change)).contains("done. The old database is " + data.toRealPath() + "/pgdata-17");
        assertThat(change.exitValue()).isZero();
        assertThat(version("pgdata")).isEqualTo("18");
        assertThat(data.resolve("pgdata.new")).doesNotExist();
    }

    @Test
    @DisplayName("新しいデータベースだけがあり古いものがなければ、置き換えず、断る")
    void putsNothingInPlaceOfADatabaseThatIsMissing() throws Exception {
        Files.move(data.resolve("pgdata"), data.resolve("pgdata.new"));
        var change = change();
        assertThat(ended(change)).contains("no old database beside it");
        assertThat(change.exitValue()).isOne();
        assertThat(data.resolve("pgdata")).doesNotExist();
    }

    private Process change() throws IOException {
        var builder = new ProcessBuilder(SCRIPT.toString(), data.toString()).redirectErrorStream(true);
        builder.environment().merge("PATH", tools.toString(), (path, first) -> first + ":" + path);
        return builder.start();
    }

    private static String ended(Process process) throws Exception {
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private void database(String name, String version) throws IOException {
        Files.writeString(Files.createDirectory(data.resolve(name)).resolve("PG_VERSION"), version + "\n");
    }

    private String version(String name) throws IOException {
        return Files.readString(data.resolve(name).resolve("PG_VERSION")).strip();
    }

    private static void tool(Path file, String command) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}

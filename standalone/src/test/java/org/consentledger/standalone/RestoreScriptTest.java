package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code restore} does besides PostgreSQL's part, with a stand-in for that. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class RestoreScriptTest {
    private static final Path SCRIPT = Path.of("..", "config", "backup", "restore");

    @TempDir
    private Path temporary;

    @BeforeEach
    void given() throws Exception {
        temporary = temporary.toRealPath();
        Files.createDirectories(temporary.resolve("pgdata"));
        Files.createDirectories(temporary.resolve("backup"));
        Files.writeString(temporary.resolve("pgdata/postgresql.auto.conf"), "");
        Files.writeString(temporary.resolve("backup/backup_label"), "");
        var tar = new ProcessBuilder("tar", "--create", "--file", "backup/base.tar", "pgdata")
                .directory(temporary.toFile())
                .start();
        assertThat(tar.waitFor()).isZero();
        Files.createDirectories(temporary.resolve("keys"));
        var control = Files.createDirectories(temporary.resolve("programs/bin")).resolve("pg_ctl");
        Files.writeString(control, """
                #!/bin/sh
                for argument; do
                    case $argument in --pgdata=*) data=${argument#*=} ;; esac
                done
                case $1 in
                    start) echo 4711 >"$data/postmaster.pid" ;;
                    stop) rm "$data/postmaster.pid" ;;
                esac
                echo "$1 $data"
                """);
        Files.setPosixFilePermissions(control, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    @DisplayName("復元の途中で止められれば、始めた PostgreSQL も止める")
    void stopsWhatItHasStarted() throws Exception {
        var archive = Files.createDirectories(temporary.resolve("archive"));
        var restore = restore(archive);
        var data = temporary.resolve("to/pgdata");
        try (var output = restore.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("start " + data);
            restore.toHandle().destroy(); // which leaves the output to be read
            assertThat(output.readAllLines()).contains("stop " + data);
        }
        assertThat(restore.waitFor()).isNotZero();
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'b", "a\"b", "a$b", "a`b", "a%b", "a\\b"})
    @DisplayName("書庫のパスに、PostgreSQL の設定やシェルにとって意味のある文字があれば、何も書かずに断る")
    void refusesAnArchiveThatPostgresqlWouldNotFind(String name) throws Exception {
        var restore = restore(Files.createDirectories(temporary.resolve(name)));
        try (var output = restore.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readAllLines()).singleElement().asString().contains("must not contain", name);
        }
        assertThat(restore.waitFor()).isOne();
        assertThat(temporary.resolve("to")).doesNotExist();
    }

    private Process restore(Path archive) throws IOException {
        return new ProcessBuilder(
                        SCRIPT.toString(),
                        "--backup",
                        temporary.resolve("backup").toString(),
                        "--archive",
                        archive.toString(),
                        "--keys",
                        temporary.resolve("keys").toString(),
                        "--programs",
                        temporary.resolve("programs").toString(),
                        "--to",
                        temporary.resolve("to").toString())
                .redirectErrorStream(true)
                .start();
    }
}

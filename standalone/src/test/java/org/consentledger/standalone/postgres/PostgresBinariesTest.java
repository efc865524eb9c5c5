package org.consentledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBinariesTest {
    static final String VERSION = "18.6.0";

    @TempDir
    Path parent;

    @Test
    void keepsLinksAndTheRightToExecute() throws Exception {
        var archive = archive(tar -> {
            file(tar, "bin/postgres", 0755, "program");
            file(tar, "share/postgres.bki", 0644, "text");
            link(tar, "lib/libpq.so", "libpq.so.5");
            link(tar, "lib/up.so", "../bin/postgres");
        });

        var binaries = PostgresBinaries.unpackedIn(parent, VERSION, () -> new ByteArrayInputStream(archive));

        assertThat(binaries.program("postgres")).isExecutable().hasContent("program");
        assertThat(binaries.home().resolve("share/postgres.bki")).hasContent("text");
        assertThat(Files.isExecutable(binaries.home().resolve("share/postgres.bki")))
                .isFalse();
        assertThat(Files.readSymbolicLink(binaries.home().resolve("lib/libpq.so")))
                .isEqualTo(Path.of("libpq.so.5"));
        assertThat(binaries.home().resolve("lib/up.so")).hasContent("program");
    }

    @Test
    void unpacksOnce() throws Exception {
        var archive = archive(tar -> file(tar, "bin/postgres", 0755, "program"));
        PostgresBinaries.unpackedIn(parent, VERSION, () -> new ByteArrayInputStream(archive));

        var again = PostgresBinaries.unpackedIn(parent, VERSION, () -> {
            throw new IOException("opened again");
        });

        assertThat(again.majorVersion()).isEqualTo("18");
    }

    @Test
    void startsOverAfterAnInterruptedUnpacking() throws Exception {
        var archive = archive(tar -> {
            file(tar, "bin/initdb", 0755, "x".repeat(100_000));
            file(tar, "bin/postgres", 0755, "program");
        });
        var half = Arrays.copyOf(archive, archive.length / 2);

        assertThatThrownBy(() -> PostgresBinaries.unpackedIn(parent, VERSION, () -> new ByteArrayInputStream(half)))
                .isInstanceOf(IOException.class);
        assertThat(parent.resolve(VERSION)).doesNotExist();
        Files.writeString(
                Files.createDirectories(parent.resolve(VERSION + ".partial/bin"))
                        .resolve("left"),
                "over");

        var binaries = PostgresBinaries.unpackedIn(parent, VERSION, () -> new ByteArrayInputStream(archive));

        assertThat(binaries.program("postgres")).hasContent("program");
        assertThat(binaries.program("left")).doesNotExist();
        assertThat(parent).isDirectoryNotContaining("glob:**.partial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/outside", "bin/../../outside"})
    void refusesAFileOutsideOfTheArchive(String name) throws Exception {
        var archive = archive(tar -> file(tar, name, 0644, "evil"));

        assertRefused(archive);
        assertThat(parent.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside", "/etc/passwd"})
    void refusesALinkOutOfTheArchive(String target) throws Exception {
        assertRefused(archive(tar -> link(tar, "lib/link", target)));
    }

    @Test
    void refusesWhatIsNeitherFileNorDirectoryNorLink() throws Exception {
        assertRefused(archive(tar -> {
            tar.putArchiveEntry(new TarArchiveEntry("pipe", TarConstants.LF_FIFO));
            tar.closeArchiveEntry();
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, postgres-windows-x86_64.txz"
    })
    void choosesTheProgramsOfThePlatform(String os, String arch, String resource) {
        assertThat(PostgresBinaries.resourceFor(os, arch)).isEqualTo(resource);
    }

    private void assertRefused(byte[] archive) {
        assertThatThrownBy(() -> PostgresBinaries.unpackedIn(parent, VERSION, () -> new ByteArrayInputStream(archive)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the archive");
        assertThat(parent.resolve(VERSION)).doesNotExist();
    }

    private static byte[] archive(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            content.writeTo(tar);
        }
        return bytes.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setMode(0100000 | mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    @FunctionalInterface
    interface Content {
        void writeTo(TarArchiveOutputStream tar) throws IOException;
    }
}

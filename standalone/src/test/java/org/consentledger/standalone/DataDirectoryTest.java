package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        var directory = new DataDirectory(temporary.resolve("a/data"));

        directory.create();

        assertThat(mode(directory.root())).isEqualTo("rwx------");
        assertThat(mode(directory.keys())).isEqualTo("rwx------");
    }

    @Test
    void refusesAPathThatAShellWouldRead() {
        var directory = new DataDirectory(temporary.resolve("$(id)"));

        assertThatThrownBy(directory::create).isInstanceOf(StartRefused.class).hasMessageContaining("$(id)");
        assertThat(directory.root()).doesNotExist();
    }

    @Test
    void isHeldByOneAtATime() throws IOException {
        var directory = new DataDirectory(temporary.resolve("data"));
        directory.create();

        try (var _ = DataDirectoryLock.take(directory)) {
            assertThatThrownBy(() -> DataDirectoryLock.take(directory))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use");
        }
        try (var _ = DataDirectoryLock.take(directory)) {
            assertThat(mode(directory.lock())).isEqualTo("rw-------");
        }
    }

    @Test
    void tellsWhoHoldsIt() throws IOException {
        var directory = new DataDirectory(temporary.resolve("data"));
        directory.create();
        Files.writeString(directory.lock(), "a longer line of an earlier holder\n");

        try (var _ = DataDirectoryLock.take(directory)) {
            assertThat(directory.lock()).hasContent(ProcessHandle.current().pid() + "\n");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

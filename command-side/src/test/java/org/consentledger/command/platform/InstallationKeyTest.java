package org.consentledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {
    @TempDir
    private Path keys;

    @Test
    void makesTheKeyOnceForItsOwnerAlone() throws IOException {
        var first = InstallationKey.PRESENTATIONS.in(keys);
        assertThat(InstallationKey.PRESENTATIONS.in(keys)).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(keys.resolve("presentation.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(keys).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void refusesADamagedKey() throws IOException {
        Files.write(keys.resolve("presentation.key"), new byte[31]);
        assertThatThrownBy(() -> InstallationKey.PRESENTATIONS.in(keys)).isInstanceOf(IllegalStateException.class);
    }
}

package org.consentledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
    @TempDir
    private Path keys;

    @Test
    void makesTheKeyOnceForItsOwnerAlone() throws IOException {
        var first = InstallationKey.FINGERPRINTS.in(keys);
        assertThat(InstallationKey.FINGERPRINTS.in(keys)).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(keys.resolve("idempotency.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(keys).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void refusesADamagedKey() throws IOException {
        Files.write(keys.resolve("idempotency.key"), new byte[31]);
        assertThatThrownBy(() -> InstallationKey.FINGERPRINTS.in(keys)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsRequestsApartByPathAndBodyAndKey() {
        var fingerprints = new Fingerprints(InstallationKey.FINGERPRINTS.in(keys));
        var body = Map.of("a", 1, "b", 2);
        assertThat(fingerprints.of("x", body)).isEqualTo(fingerprints.of("x", Map.of("b", 2, "a", 1)));
        assertThat(fingerprints.of("x", body)).isNotEqualTo(fingerprints.of("y", body));
        assertThat(fingerprints.of("x", body)).isNotEqualTo(fingerprints.of("x", Map.of("a", 1, "b", 3)));
        var another = new Fingerprints(InstallationKey.FINGERPRINTS.in(keys.resolve("elsewhere")));
        assertThat(another.of("x", body)).isNotEqualTo(fingerprints.of("x", body));
    }
}

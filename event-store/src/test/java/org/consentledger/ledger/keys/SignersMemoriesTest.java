package org.consentledger.ledger.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignersMemoriesTest {
    private static final SigningKey KEY =
            SigningKey.generate("example.com/consents", SignatureType.ED25519, new SecureRandom());

    @TempDir
    private Path directory;

    @Test
    void beginWithTheLargestTreeThatAnyProcessOfTheDirectorySigned() throws IOException {
        remember("ledger.signed", 3);
        remember("ledger.signed-2", 7);
        remember("ledger.signed-5", 5);

        try (var memory = memories().ofOneOfMany()) {
            assertThat(memory.last()).isEqualTo(Optional.of(signed(7)));
        }
        assertThat(files().lastSigned("ledger.signed"))
                .as("it is on the disk of the one who begins")
                .isEqualTo(Optional.of(signed(7)));
        assertThat(memories().lastSigned()).isEqualTo(Optional.of(signed(7)));
    }

    @Test
    void growByWhatTheirProcessSigns() throws IOException {
        remember("ledger.signed-2", 7);
        try (var memory = memories().ofOneOfMany()) {
            memory.remember(signed(8));
        }

        assertThat(memories().lastSigned()).isEqualTo(Optional.of(signed(8)));
        assertThat(files().lastSigned("ledger.signed-2")).isEqualTo(Optional.of(signed(7)));
    }

    @Test
    void becomeOneForWhoChangesTheKey() throws IOException {
        remember("ledger.signed", 3);
        remember("ledger.signed-2", 7);

        try (var memory = memories().alone()) {
            assertThat(memory.last()).isEqualTo(Optional.of(signed(7)));
            assertThat(Files.exists(directory.resolve("ledger.signed-2"))).isFalse();
        }
    }

    @Test
    void areNotChangedWhileSomebodySigns() throws IOException {
        try (var memory = memories().ofOneOfMany()) {
            memory.remember(signed(1));
            assertThatThrownBy(memories()::alone).isInstanceOf(KeyRefused.class);
        }
        memories().alone().close();
    }

    private SecretDirectory files() {
        return new SecretDirectory(directory);
    }

    private SignersMemories memories() {
        return files().memories("ledger.signed");
    }

    private void remember(String file, long size) throws IOException {
        try (var memory = files().memory(file)) {
            memory.remember(signed(size));
        }
    }

    private static SignedNote signed(long size) {
        var root = Hash.sha256(Long.toString(size).getBytes(StandardCharsets.UTF_8));
        return new Checkpoint("example.com/consents", size, root).sign(KEY);
    }
}

package org.consentledger.command.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation under which requests are fingerprinted: 32 random bytes in a file that only its owner
 * reads, made at the first start. Several processes that serve the same ledger share the file.
 */
final class FingerprintKey {
    static final String FILE = "idempotency.key";
    private static final int BYTES = 32;

    private FingerprintKey() {}

    static SecretKeySpec in(Path keysDirectory) {
        try {
            Path file = keysDirectory.resolve(FILE);
            if (Files.notExists(file)) {
                make(keysDirectory, file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException(FILE + " in the keys directory has not " + BYTES + " bytes");
            }
            return new SecretKeySpec(key, Fingerprints.ALGORITHM);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys directory cannot be used", e);
        }
    }

    /** Written whole under another name first; who comes second takes the first one's. */
    private static void make(Path keysDirectory, Path file) throws IOException {
        Files.createDirectories(keysDirectory, OwnerOnly.directory(keysDirectory));
        Path draft = Files.createTempFile(keysDirectory, FILE, ".tmp", OwnerOnly.file(keysDirectory));
        try {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Files.write(draft, key);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

package org.consentledger.command.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of this installation for HMAC-SHA256 (RFC 2104): each is 32 random bytes in a file of its own that only its owner
 * reads, made at the first start. Several processes that serve the same ledger share the files.
 */
public enum InstallationKey {
    /** Presentations are signed under it. */
    PRESENTATIONS("presentation.key");

    static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final String file;

    InstallationKey(String file) {
        this.file = file;
    }

    /** The secret, made where there is none yet. */
    public SecretKeySpec in(Path keysDirectory) {
        try {
            Path path = keysDirectory.resolve(file);
            if (Files.notExists(path)) {
                make(keysDirectory, path);
            }
            byte[] key = Files.readAllBytes(path);
            if (key.length != BYTES) {
                throw new IllegalStateException(file + " in the keys directory has not " + BYTES + " bytes");
            }
            return new SecretKeySpec(key, ALGORITHM);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys directory cannot be used", e);
        }
    }

    /** Written whole under another name first; who comes second takes the first one's. */
    private static void make(Path keysDirectory, Path file) throws IOException {
        Files.createDirectories(keysDirectory, OwnerOnly.directory(keysDirectory));
        Path draft = Files.createTempFile(
                keysDirectory, file.getFileName().toString(), ".tmp", OwnerOnly.file(keysDirectory));
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

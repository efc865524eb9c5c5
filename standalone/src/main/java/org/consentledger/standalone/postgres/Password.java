package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The superuser's password: random, made with the database, kept beside it for the owner alone. */
final class Password {
    private static final int BYTES = 32;

    private Password() {}

    /** Makes one where there is none yet: only a database that is still to be initialised may be without. */
    static void createIfMissing(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new DatabaseRefused(file + " is missing: it holds the password of the database beside it");
        }
        return Files.readString(file).strip();
    }
}

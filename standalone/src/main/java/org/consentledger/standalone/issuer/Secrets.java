package org.consentledger.standalone.issuer;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody chose: 256 random bits each. */
final class Secrets {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

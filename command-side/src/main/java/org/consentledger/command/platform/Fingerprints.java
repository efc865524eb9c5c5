package org.consentledger.command.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;

/**
 * Tells whether two requests are the same one without keeping either: HMAC-SHA256 (RFC 2104) under a secret key, since
 * bodies hold names and addresses that a plain hash would give away.
 */
final class Fingerprints {
    private final Key key;
    private final StrictJson json = new StrictJson();

    Fingerprints(Key key) {
        this.key = key;
    }

    /** Equal for bodies that mean the same, whatever their white space and the order of their members. */
    byte[] of(String request, Object body) {
        try {
            var mac = Mac.getInstance(InstallationKey.ALGORITHM);
            mac.init(key);
            mac.update(request.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(json.canonical(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + InstallationKey.ALGORITHM, e);
        }
    }
}

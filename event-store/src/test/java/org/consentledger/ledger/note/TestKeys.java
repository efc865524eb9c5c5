package org.consentledger.ledger.note;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Keys that are the same in every run. */
final class TestKeys {
    static final SigningKey LOG = key("ledger.example/terms", SignatureType.ED25519, 1);
    static final SigningKey WITNESS = key("witness.example/w1", SignatureType.COSIGNATURE_V1, 2);
    static final SigningKey SECOND_WITNESS = key("witness.example/w2", SignatureType.COSIGNATURE_V1, 3);

    private TestKeys() {}

    static SigningKey key(String name, SignatureType type, long seed) {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return SigningKey.generate(name, type, random);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

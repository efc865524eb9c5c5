package org.consentledger.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures checked by the JDK's Ed25519, under the raw 32-byte public keys of RFC 8032 §5.1.5. */
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    /** RFC 8410 §4: what stands before the raw key in a SubjectPublicKeyInfo. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    interface Verifier {
        boolean verify(byte[] message, byte[] signature);
    }

    static Verifier verifier(byte[] rawPublicKey) {
        PublicKey key = publicKey(rawPublicKey);
        return (message, signature) -> {
            try {
                var ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(key);
                ed25519.update(message);
                return ed25519.verify(signature);
            } catch (SignatureException _) {
                // The JDK's way to say that these bytes are no signature at all.
                return false;
            } catch (GeneralSecurityException e) {
                throw new NoteRejected("not an Ed25519 public key", e);
            }
        };
    }

    private static PublicKey publicKey(byte[] raw) {
        var spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + KEY_BYTES);
        System.arraycopy(raw, 0, spki, SPKI_PREFIX.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new NoteRejected("not an Ed25519 public key", e);
        }
    }
}

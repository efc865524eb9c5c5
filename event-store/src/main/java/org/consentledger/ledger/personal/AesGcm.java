package org.consentledger.ledger.personal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D), 96-bit random nonces, 128-bit tags. With random nonces one key may
 * encrypt 2^32 times (§8.3); no customer comes near, and an epoch of the master key is over long before.
 */
final class AesGcm {
    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static byte[] newNonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** The ciphertext, followed by the tag. */
    static byte[] encrypt(SecretKey key, byte[] nonce, byte[] boundTo, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** @throws SealBroken where key, nonce or what it is bound to differ, or a bit was changed */
    static byte[] decrypt(SecretKey key, byte[] nonce, byte[] boundTo, byte[] ciphertext) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, boundTo).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new SealBroken("it does not open with its key", e);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("it is no ciphertext", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] boundTo)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo);
        return cipher;
    }
}

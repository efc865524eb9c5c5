package org.consentledger.ledger.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.events.CustomerId;
import org.consentledger.events.ledger.DataKeyCommitted;

/**
 * A secret key of one customer, held by whoever seals or opens for the moment in which he does. Encryption and
 * fingerprints each use a key of their own, derived from it (HKDF-Expand, RFC 5869 §2.3).
 */
public final class DataKey {
    static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final String COMMITMENT = "consent-ledger data key commitment\0";
    private static final String ENCRYPTION = "consent-ledger data key encryption";
    private static final String FINGERPRINT = "consent-ledger data key fingerprint";

    private final CustomerId customerId;
    private final int version;
    private final byte[] secret;
    private final String commitment;
    private final SecretKey encryption;

    DataKey(CustomerId customerId, int version, byte[] secret) {
        if (secret.length != BYTES) {
            throw new SealBroken("a data key has " + BYTES + " bytes");
        }
        this.customerId = customerId;
        this.version = version;
        this.secret = secret.clone();
        this.commitment = HexFormat.of()
                .formatHex(
                        hmac(new SecretKeySpec(secret, HMAC), (COMMITMENT + kid()).getBytes(StandardCharsets.UTF_8)));
        this.encryption = derived(ENCRYPTION, "AES");
    }

    /**
     * A key that was handed over. Whether it is the customer's, its {@link #commitment} tells.
     *
     * @throws SealBroken where it has not 32 bytes
     */
    public static DataKey handedOver(CustomerId customerId, int version, byte[] secret) {
        return new DataKey(customerId, version, secret);
    }

    static DataKey random(CustomerId customerId, int version) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new DataKey(customerId, version, secret);
    }

    public CustomerId customerId() {
        return customerId;
    }

    /** Which of the customer's keys it is, from 1. */
    public int version() {
        return version;
    }

    /** Names the key without saying more than whose it is: {@code <customer>:<version>}. */
    public String kid() {
        return kid(customerId, version);
    }

    /** The id of the key that the ledger committed itself to. */
    public static String kid(DataKeyCommitted committed) {
        return kid(committed.customerId(), committed.version());
    }

    static String kid(CustomerId customerId, int version) {
        return customerId + ":" + version;
    }

    /**
     * The key itself, 32 bytes: for whoever is to open what is sealed with it without us. All that the customer's records
     * hold of him opens with it, whatever the occasion on which it was handed over.
     */
    public byte[] secret() {
        return secret.clone();
    }

    /** Binds whoever publishes it to this key: 64 hexadecimal digits. */
    public String commitment() {
        return commitment;
    }

    /** Tells whether two requests are the same one without keeping either, for as long as the key is there. */
    public byte[] fingerprint(byte[] request) {
        return hmac(derived(FINGERPRINT, HMAC), request);
    }

    SealedMember seal(Place place, byte[] plain) {
        byte[] nonce = AesGcm.newNonce();
        return new SealedMember(kid(), nonce, AesGcm.encrypt(encryption, nonce, place.boundTo(kid()), plain));
    }

    byte[] open(Place place, SealedMember sealed) {
        return AesGcm.decrypt(encryption, sealed.nonce(), place.boundTo(kid()), sealed.ciphertext());
    }

    byte[] wrappedBy(SecretKey masterKey) {
        byte[] nonce = AesGcm.newNonce();
        byte[] encrypted = AesGcm.encrypt(masterKey, nonce, kid().getBytes(StandardCharsets.UTF_8), secret);
        byte[] wrapped = new byte[nonce.length + encrypted.length];
        System.arraycopy(nonce, 0, wrapped, 0, nonce.length);
        System.arraycopy(encrypted, 0, wrapped, nonce.length, encrypted.length);
        return wrapped;
    }

    /** @throws SealBroken where the master key did not wrap it for this id */
    static DataKey unwrap(CustomerId customerId, int version, byte[] wrapped, SecretKey masterKey) {
        byte[] nonce = Arrays.copyOf(wrapped, AesGcm.NONCE_BYTES);
        byte[] encrypted = Arrays.copyOfRange(wrapped, AesGcm.NONCE_BYTES, wrapped.length);
        byte[] kid = kid(customerId, version).getBytes(StandardCharsets.UTF_8);
        return new DataKey(customerId, version, AesGcm.decrypt(masterKey, nonce, kid, encrypted));
    }

    SecretKey encryption() {
        return encryption;
    }

    private SecretKey derived(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.expandOnly(
                                    new SecretKeySpec(secret, "HKDF"),
                                    purpose.getBytes(StandardCharsets.UTF_8),
                                    BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF-SHA256", e);
        }
    }

    private static byte[] hmac(SecretKey key, byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** Its id and nothing of its secret. */
    @Override
    public String toString() {
        return "DataKey[" + kid() + "]";
    }
}

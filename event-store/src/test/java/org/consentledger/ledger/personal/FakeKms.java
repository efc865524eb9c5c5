package org.consentledger.ledger.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** A key management service, which is outside our walls: one key, under a URI that no other test has. */
final class FakeKms implements KmsClient {
    /** What it does when it is asked. */
    enum Mood {
        SERVES,
        CANNOT_BE_REACHED,
        ENCRYPTS_ONLY,
        ANSWERS_NOTHING
    }

    private final String keyUri = "fake-kms://keys/" + UUID.randomUUID();
    private final Aead key;
    private Mood mood = Mood.SERVES;
    private int decrypted;

    private FakeKms(Aead key) {
        this.key = key;
    }

    static FakeKms registered() throws GeneralSecurityException {
        var kms = new FakeKms(new AesGcmJce(Random.randBytes(DataKey.BYTES)));
        KmsClients.add(kms);
        return kms;
    }

    String keyUri() {
        return keyUri;
    }

    void is(Mood mood) {
        this.mood = mood;
    }

    /** How often it was asked to decrypt. */
    int decrypted() {
        return decrypted;
    }

    @Override
    public boolean doesSupport(String uri) {
        return uri.equals(keyUri);
    }

    @Override
    public KmsClient withCredentials(String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String uri) {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] boundTo) throws GeneralSecurityException {
                refuseUnless(mood != Mood.CANNOT_BE_REACHED);
                return key.encrypt(plain, boundTo);
            }

            @Override
            public byte[] decrypt(byte[] encrypted, byte[] boundTo) throws GeneralSecurityException {
                refuseUnless(mood == Mood.SERVES || mood == Mood.ANSWERS_NOTHING);
                decrypted++;
                return mood == Mood.ANSWERS_NOTHING ? new byte[0] : key.decrypt(encrypted, boundTo);
            }
        };
    }

    private static void refuseUnless(boolean served) throws GeneralSecurityException {
        if (!served) {
            throw new GeneralSecurityException("permission denied");
        }
    }
}

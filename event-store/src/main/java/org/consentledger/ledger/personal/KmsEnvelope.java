package org.consentledger.ledger.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A master key as a key management service (KMS) gives it back: encrypted by a key that never leaves the service. The
 * text of it is that key's URI, as {@code gcp-kms://projects/…}, and on a second line the ciphertext in base64. The
 * epoch is bound to it, so an envelope opens in the place of no other.
 *
 * <p>Google Tink finds the service's client: one that is registered with {@link KmsClients}, or that of the cloud which
 * the URI names, where its classes are there, with the credentials which the cloud's own tools would take.
 */
final class KmsEnvelope {
    private static final Map<String, String> CLIENTS = Map.of(
            "gcp-kms", "com.google.crypto.tink.integration.gcpkms.GcpKmsClient",
            "aws-kms", "com.google.crypto.tink.integration.awskms.AwsKmsClient");
    private static final Pattern KEY_URI = Pattern.compile("([a-z][a-z0-9+.-]*)://[\\x21-\\x7e]+");

    private KmsEnvelope() {}

    /**
     * Encrypts a master key, and sees that it can be had back.
     *
     * @throws MasterKeyMissing where the service cannot be reached, refuses, or does not give back what it was given
     */
    static byte[] seal(String keyUri, int epoch, byte[] masterKey) {
        try {
            byte[] ciphertext = aead(keyUri).encrypt(masterKey, boundTo(epoch));
            byte[] envelope = (keyUri + "\n" + Base64.getEncoder().encodeToString(ciphertext) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(open(epoch, envelope), masterKey)) {
                throw new MasterKeyMissing("the key " + keyUri + " gives another master key back than it was given");
            }
            return envelope;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw refused(keyUri, epoch, e);
        }
    }

    /** @throws MasterKeyMissing where it is no envelope, or the service cannot be reached or does not open it */
    static byte[] open(int epoch, byte[] envelope) {
        var keyUri = keyUri(epoch, envelope);
        try {
            return aead(keyUri)
                    .decrypt(Base64.getDecoder().decode(lines(envelope).get(1)), boundTo(epoch));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw refused(keyUri, epoch, e);
        }
    }

    /** Which key of which service opens it. */
    static String keyUri(int epoch, byte[] envelope) {
        var lines = lines(envelope);
        if (lines.size() != 2 || !KEY_URI.matcher(lines.getFirst()).matches()) {
            throw new MasterKeyMissing("the file of the master key of epoch " + epoch + " holds no master key");
        }
        return lines.getFirst();
    }

    private static List<String> lines(byte[] envelope) {
        return new String(envelope, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] boundTo(int epoch) {
        return String.format(Locale.ROOT, "consent-ledger master key %d", epoch).getBytes(StandardCharsets.UTF_8);
    }

    private static Aead aead(String keyUri) throws GeneralSecurityException {
        return client(keyUri).getAead(keyUri);
    }

    private static KmsClient client(String keyUri) throws GeneralSecurityException {
        try {
            return KmsClients.get(keyUri);
        } catch (GeneralSecurityException _) {
            var client = clientOfCloud(keyUri).withDefaultCredentials();
            KmsClients.add(client);
            return client;
        }
    }

    private static KmsClient clientOfCloud(String keyUri) throws GeneralSecurityException {
        var scheme = KEY_URI.matcher(keyUri);
        var name = scheme.matches() ? CLIENTS.get(scheme.group(1)) : null;
        if (name == null) {
            throw new GeneralSecurityException("no client for such a key is known");
        }
        try {
            return Class.forName(name)
                    .asSubclass(KmsClient.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new GeneralSecurityException("the client " + name + " is not on the class path", e);
        }
    }

    private static MasterKeyMissing refused(String keyUri, int epoch, Exception why) {
        return why instanceof MasterKeyMissing known
                ? known
                : new MasterKeyMissing(
                        "the key " + keyUri + " does not give the master key of epoch " + epoch + ": "
                                + why.getMessage(),
                        why);
    }
}

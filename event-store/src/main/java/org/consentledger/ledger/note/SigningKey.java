package org.consentledger.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.consentledger.ledger.tree.Hash;

/**
 * The private key of a log or a witness. Its text is {@code PRIVATE+KEY+<name>+<key id>+<base64>}, the form of Go's
 * {@code sumdb/note}; whoever has it can sign.
 */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final KeyText text;
    private final Ed25519Secret ed25519;
    private final VerifierKey verifierKey;

    private SigningKey(String name, SignatureType type, byte[] seed) {
        this.ed25519 = new Ed25519Secret(seed);
        this.verifierKey = VerifierKey.of(name, type, ed25519.publicKey());
        this.text = new KeyText(name, verifierKey.keyId(), type, Hash.of(seed));
    }

    /** @throws NoteRejected where the name is empty or has spaces, plus or control characters */
    public static SigningKey generate(String name, SignatureType type, SecureRandom random) {
        var seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new SigningKey(name, type, seed);
    }

    /**
     * Reads the one line that {@link #encode} writes, without a line end.
     *
     * @throws NoteRejected for any other text, and where the id is not this key's
     */
    public static SigningKey parse(String privateKey) {
        if (!privateKey.startsWith(PREFIX)) {
            throw new NoteRejected("a signing key begins with " + PREFIX);
        }
        var text = KeyText.parse(privateKey.substring(PREFIX.length()));
        var key = new SigningKey(text.name(), text.type(), text.key().bytes());
        if (key.verifierKey.keyId() != text.keyId()) {
            throw new NoteRejected("the key id is not that of the key");
        }
        return key;
    }

    /** The secret itself. */
    public String encode() {
        return PREFIX + text.encode();
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * Signs a note's text as a log does.
     *
     * @throws IllegalStateException for a key of another type than {@link SignatureType#ED25519}
     */
    public NoteSignature sign(String noteText) {
        need(SignatureType.ED25519);
        return signature(ed25519.sign(noteText.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Signs a checkpoint's text as a witness does, which has seen at that time no larger tree of this log and knows
     * that this one continues it.
     *
     * @param time in whole seconds; a fraction is dropped
     * @throws IllegalStateException for a key of another type than {@link SignatureType#COSIGNATURE_V1}
     */
    public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        need(SignatureType.COSIGNATURE_V1);
        long seconds = time.getEpochSecond();
        byte[] signed = ed25519.sign(Cosignature.message(checkpoint.text(), seconds));
        return signature(ByteBuffer.allocate(Cosignature.BYTES)
                .putLong(seconds)
                .put(signed)
                .array());
    }

    private NoteSignature signature(byte[] signature) {
        return NoteSignature.of(text.name(), text.keyId(), signature);
    }

    private void need(SignatureType type) {
        if (text.type() != type) {
            throw new IllegalStateException("key " + verifierKey + " is of type " + text.type() + ", not " + type);
        }
    }

    /** The verifier key: a secret is never printed by accident. */
    @Override
    public String toString() {
        return verifierKey.toString();
    }
}

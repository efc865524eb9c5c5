package org.consentledger.ledger.note;

import org.consentledger.ledger.tree.Hash;

/** The public key of a log or a witness, with its name (C2SP signed-note, "Verifier keys": a vkey). */
public final class VerifierKey {
    private final KeyText text;
    private final Ed25519.Verifier ed25519;

    private VerifierKey(KeyText text) {
        this.text = text;
        this.ed25519 = Ed25519.verifier(text.key().bytes());
    }

    static VerifierKey of(String name, SignatureType type, byte[] publicKey) {
        KeyText.checkName(name);
        int keyId = KeyText.keyIdOf(name, type, publicKey);
        return new VerifierKey(new KeyText(name, keyId, type, Hash.of(publicKey)));
    }

    /**
     * Reads {@code <name>+<key id>+<base64>}.
     *
     * @throws NoteRejected for any other text, an unknown type, and an id that is not this key's
     */
    public static VerifierKey parse(String vkey) {
        var text = KeyText.parse(vkey);
        if (text.keyId() != KeyText.keyIdOf(text.name(), text.type(), text.key().bytes())) {
            throw new NoteRejected("the key id is not that of the key");
        }
        return new VerifierKey(text);
    }

    public String encode() {
        return text.encode();
    }

    public String name() {
        return text.name();
    }

    public int keyId() {
        return text.keyId();
    }

    public SignatureType type() {
        return text.type();
    }

    /** Whether it verifies with the same 32 bytes, under whatever name. */
    boolean isSamePublicKeyAs(VerifierKey other) {
        return text.key().equals(other.text.key());
    }

    /** Whether the signature says that it is of this key. It may lie. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name()) && signature.keyId() == keyId();
    }

    boolean verifies(String noteText, NoteSignature signature) {
        return type().verify(ed25519, noteText, signature.signature());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return encode();
    }
}

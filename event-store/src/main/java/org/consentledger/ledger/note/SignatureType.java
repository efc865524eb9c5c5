package org.consentledger.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a key signs and how (C2SP signed-note, "Signature types"). Of the types assigned, those used here. */
public enum SignatureType {
    /** Ed25519 over the note's text: how a log signs. */
    ED25519(0x01) {
        @Override
        boolean verify(Ed25519.Verifier key, String text, byte[] signature) {
            return key.verify(text.getBytes(StandardCharsets.UTF_8), signature);
        }
    },
    /** Ed25519 over the time and the checkpoint: how a witness signs (C2SP tlog-cosignature). */
    COSIGNATURE_V1(0x04) {
        @Override
        boolean verify(Ed25519.Verifier key, String text, byte[] signature) {
            if (signature.length != Cosignature.BYTES) {
                return false;
            }
            var parts = ByteBuffer.wrap(signature);
            long time = parts.getLong();
            var ed25519 = new byte[Ed25519.SIGNATURE_BYTES];
            parts.get(ed25519);
            return time >= 0 && key.verify(Cosignature.message(text, time), ed25519);
        }
    };

    private final byte identifier;

    SignatureType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    abstract boolean verify(Ed25519.Verifier key, String text, byte[] signature);

    static SignatureType of(byte identifier) {
        for (var type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw new NoteRejected("signature type " + Byte.toUnsignedInt(identifier) + " is not known here");
    }
}

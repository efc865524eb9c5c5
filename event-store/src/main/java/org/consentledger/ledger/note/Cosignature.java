package org.consentledger.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A witness's timestamped signature on a checkpoint (C2SP tlog-cosignature, Ed25519: cosignature/v1). */
public final class Cosignature {
    /** {@code struct { u64 timestamp; opaque ed25519_signature[64]; }}. */
    static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    private Cosignature() {}

    /** Two lines before the whole text of the note, without its signatures. */
    static byte[] message(String noteText, long time) {
        return ("cosignature/v1\n" + "time " + time + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * When the witness signed by its own clock, in whole seconds. It is true only where the signature is verified.
     *
     * @throws NoteRejected where the signature has no room for a time
     */
    public static Instant timeOf(NoteSignature signature) {
        byte[] bytes = signature.signature();
        if (bytes.length != BYTES) {
            throw new NoteRejected("a cosignature has 72 bytes");
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new NoteRejected("a cosignature's time is out of range");
        }
        return Instant.ofEpochSecond(seconds);
    }
}

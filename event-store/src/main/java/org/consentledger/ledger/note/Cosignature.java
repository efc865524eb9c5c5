package org.consentledger.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A witness's timestamped signature on a checkpoint, verified (C2SP tlog-cosignature, Ed25519: cosignature/v1). It says
 * that at that time the witness had seen no larger tree of this log, and that this one continues all it had seen.
 *
 * @param signature the line that says so
 */
public record Cosignature(VerifierKey witness, NoteSignature signature) {
    /** {@code struct { u64 timestamp; opaque ed25519_signature[64]; }}. */
    static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    /**
     * The cosignatures of these witnesses on a checkpoint, in the order in which they stand there. Other lines are
     * ignored, and so are keys that do not cosign.
     *
     * @throws NoteRejected where one of them did not sign, though its name and id stand there, or stands there twice
     */
    public static List<Cosignature> on(SignedNote checkpoint, Collection<VerifierKey> witnesses) {
        var cosigners = witnesses.stream()
                .filter(key -> key.type() == SignatureType.COSIGNATURE_V1)
                .toList();
        return checkpoint.verified(cosigners).entrySet().stream()
                .map(signed -> new Cosignature(signed.getKey(), signed.getValue()))
                .toList();
    }

    /** When the witness signed, by its own clock, in whole seconds. */
    public Instant time() {
        return timeOf(signature);
    }

    /** Two lines before the whole text of the note, without its signatures. */
    static byte[] message(String noteText, long time) {
        return ("cosignature/v1\n" + "time " + time + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws NoteRejected where the signature has no room for a time */
    static Instant timeOf(NoteSignature signature) {
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

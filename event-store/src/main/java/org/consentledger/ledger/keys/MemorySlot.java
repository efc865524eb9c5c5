package org.consentledger.ledger.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.tree.Hash;

/**
 * What a slot of the signer's memory says: a checkpoint and which one it is. Its bytes are number, length, text and a
 * SHA-256 over these three, so that a torn write is told from a whole one.
 *
 * @param number counts the checkpoints remembered, from 1
 */
record MemorySlot(long number, SignedNote checkpoint) {
    static final int BYTES = 4096;

    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int MOST_TEXT = BYTES - HEADER - Hash.BYTES;

    /** Empty where the slot was never written, or not wholly. */
    static Optional<MemorySlot> parse(byte[] bytes) {
        var slot = ByteBuffer.wrap(bytes);
        long number = slot.getLong();
        int length = slot.getInt();
        if (number < 1 || length < 0 || length > MOST_TEXT) {
            return Optional.empty();
        }
        var hash = Hash.sha256(Arrays.copyOf(bytes, HEADER + length));
        if (!hash.equals(Hash.at(bytes, HEADER + length))) {
            return Optional.empty();
        }
        var text = new String(bytes, HEADER, length, StandardCharsets.UTF_8);
        return Optional.of(new MemorySlot(number, SignedNote.parse(text)));
    }

    byte[] encode() throws CheckpointTooLong {
        byte[] text = checkpoint.encode().getBytes(StandardCharsets.UTF_8);
        if (text.length > MOST_TEXT) {
            throw new CheckpointTooLong(text.length);
        }
        var slot =
                ByteBuffer.allocate(BYTES).putLong(number).putInt(text.length).put(text);
        Hash.sha256(Arrays.copyOf(slot.array(), slot.position())).writeTo(slot.array(), slot.position());
        return slot.array();
    }
}

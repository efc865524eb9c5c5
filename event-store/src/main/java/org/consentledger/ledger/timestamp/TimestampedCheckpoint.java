package org.consentledger.ledger.timestamp;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.ledger.CheckpointTimestamped;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint and the token about it, as they are kept beside the ledger. The n-th of them, from 0, belongs to the n-th
 * event of the stream {@link #STREAM}.
 *
 * @param note the checkpoint; its UTF-8 bytes are what the token is about
 * @param token DER
 */
@SuppressWarnings("ArrayRecordComponent") // kept bytes, never compared
public record TimestampedCheckpoint(String note, byte[] token) {
    /** The aggregate whose events tell of all time stamps. */
    public static final String STREAM = "ledger:timestamps";

    /**
     * Checks all that the two say, and says it as the ledger records it.
     *
     * @param logKeys the keys of the ledger
     * @param authority whose time stamps are believed; {@code null} leaves that open
     * @throws org.consentledger.ledger.note.NoteRejected where the checkpoint is not the ledger's
     * @throws TimestampRejected where the token is not about it or does not verify
     */
    public CheckpointTimestamped verify(Collection<VerifierKey> logKeys, @Nullable TrustedAuthority authority) {
        var checkpoint = Checkpoint.open(SignedNote.parse(note), logKeys);
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        var parsed = TimestampToken.parse(token);
        parsed.verify(bytes);
        if (authority != null) {
            authority.check(parsed);
        }
        return new CheckpointTimestamped(
                parsed.authority(),
                checkpoint.size(),
                checkpoint.root().base64(),
                digest(bytes),
                parsed.genTime(),
                digest(token));
    }

    private static ContentDigest digest(byte[] bytes) {
        return new ContentDigest("sha256:" + Hash.sha256(bytes).hex());
    }
}

package org.consentledger.ledger.directory;

import static org.consentledger.ledger.directory.LineWalk.ascii;

import java.time.Instant;
import java.util.Arrays;
import org.consentledger.ledger.directory.LineWalk.Span;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TreeHashing;

/**
 * Recognises a leaf with which all is well: from its event follow, byte for byte, the statement in the event's line, the
 * entry of the log and the leaf's hash. What follows is written while the line is walked along, and compared; so nothing
 * is parsed, and a ledger is checked not much slower than it is hashed.
 *
 * <p>It says nothing about a leaf that it does not recognise: its line may be damaged, or hold what is rare (text that is
 * not ASCII, other escapes than of quotation marks and backslashes, more than fits). Whoever asks reads such a leaf with
 * {@link EventLine}, which tells the two apart. It is used again for the next leaf; for one thread.
 */
public final class SoundLeaf {
    /** Where a leaf is not recognised. */
    public static final int NONE = -1;

    private static final byte[] LINE_END = ascii("\"}\n");
    private static final String ENTRY_TO_ID = "{\"eventId\":\"";
    private static final String ENTRY_TO_HASH = ENTRY_TO_ID + WalkedEvent.ID_SHAPE + "\",\"statementSha256\":\"";

    private final byte[] unrecognisedType;
    private final LineWalk line = new LineWalk();
    private final LineDigest sha256 = new LineDigest();
    private final WalkedEvent event = new WalkedEvent(line, sha256);
    private final WalkedStatement statement = new WalkedStatement(line, event);
    private final byte[] entry = ascii(ENTRY_TO_HASH + "x".repeat(LineDigest.DIGITS) + "\",\"v\":1}");

    /** @param unrecognisedType payload type of events that are to be read whatever they are */
    public SoundLeaf(String unrecognisedType) {
        this.unrecognisedType = ascii(unrecognisedType);
    }

    /**
     * Where the line that begins at {@code from} ends, behind its line end; {@link #NONE} where the leaf is not recognised.
     *
     * @param to end of the bytes that are there, perhaps within the line
     * @param storedEntry of the log
     * @param stored hash of the leaf
     */
    public int end(byte[] bytes, int from, int to, long position, byte[] storedEntry, Hash stored) {
        line.begin(bytes, from, to);
        return event.isThere(position)
                        && !isUnrecognised(event.payloadType)
                        && statement.isThere()
                        && line.is(LINE_END)
                        && Arrays.equals(entry(), storedEntry)
                        && TreeHashing.leaf(storedEntry).equals(stored)
                ? line.at()
                : NONE;
    }

    /** Ledger time of the event whose leaf was recognised last. */
    public Instant recordedAt() {
        return event.recordedAt.instant();
    }

    private boolean isUnrecognised(Span type) {
        int to = type.from() + type.length();
        return Arrays.equals(line.bytes(), type.from(), to, unrecognisedType, 0, unrecognisedType.length);
    }

    /** As {@link LeafEntry#canonical} writes it. */
    private byte[] entry() {
        System.arraycopy(line.bytes(), event.eventId.from(), entry, ENTRY_TO_ID.length(), event.eventId.length());
        sha256.hex(statement.bytes(), statement.length(), entry, ENTRY_TO_HASH.length());
        return entry;
    }
}

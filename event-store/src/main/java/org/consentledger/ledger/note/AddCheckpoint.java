package org.consentledger.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.ledger.tree.Hash;

/**
 * What a log asks of a witness: to cosign a checkpoint that continues the tree of the old size (C2SP tlog-witness,
 * "add-checkpoint", the request's body). Nothing in it is verified yet.
 *
 * @param oldSize of the tree that the witness cosigned last, as the log believes
 * @param proof a consistency proof from there, at most 63 hashes; empty where the old size is 0 or the checkpoint's own
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {
    private static final int MOST_HASHES = 63;
    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0) {
            throw new NoteRejected("a tree's size is not negative");
        }
        if (proof.size() > MOST_HASHES) {
            throw new NoteRejected("a consistency proof has at most " + MOST_HASHES + " hashes");
        }
    }

    /** @throws NoteRejected where it is not in the form that {@link #encode} writes */
    public static AddCheckpoint parse(byte[] utf8) {
        String body = Utf8.decode(utf8);
        int end = body.indexOf("\n\n");
        if (end < 0) {
            throw new NoteRejected("no empty line before the checkpoint");
        }
        var lines = List.of(body.substring(0, end).split("\n", -1));
        if (!lines.getFirst().startsWith(OLD)) {
            throw new NoteRejected("the first line names the old size");
        }
        return new AddCheckpoint(
                Decimal.parse(lines.getFirst().substring(OLD.length())),
                lines.stream().skip(1).map(AddCheckpoint::hash).toList(),
                SignedNote.parse(body.substring(end + 2)));
    }

    public byte[] encode() {
        var body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.encode()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Hash hash(String base64) {
        try {
            return Hash.ofBase64(base64);
        } catch (IllegalArgumentException e) {
            throw new NoteRejected("a line of the proof is the base64 of 32 bytes", e);
        }
    }
}

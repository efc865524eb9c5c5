package org.consentledger.ledger.note;

import java.util.Collection;
import java.util.List;
import org.consentledger.ledger.tree.Hash;

/**
 * The state of a log: its tree has this size and this root (C2SP tlog-checkpoint, "Note text").
 *
 * @param origin names the log; here also the name of the key it signs with
 * @param size in leaves
 * @param extensions opaque further lines; this ledger writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new NoteRejected("a tree's size is not negative");
        }
        checkLine(origin);
        extensions.forEach(Checkpoint::checkLine);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws NoteRejected for any text but a checkpoint's */
    public static Checkpoint parse(String noteText) {
        if (!noteText.endsWith("\n")) {
            throw new NoteRejected("a checkpoint ends with a line end");
        }
        var lines = List.of(noteText.substring(0, noteText.length() - 1).split("\n", -1));
        if (lines.size() < 3) {
            throw new NoteRejected("a checkpoint has at least three lines");
        }
        return new Checkpoint(
                lines.get(0), Decimal.parse(lines.get(1)), root(lines.get(2)), lines.subList(3, lines.size()));
    }

    /**
     * Reads a checkpoint that one of the log's keys signed: an {@link SignatureType#ED25519} key named as the origin.
     *
     * @throws NoteRejected where it is malformed or none of them signed it
     */
    public static Checkpoint open(SignedNote note, Collection<VerifierKey> logKeys) {
        var checkpoint = parse(note.text());
        note.verify(logKeys.stream()
                .filter(key -> key.type() == SignatureType.ED25519)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList());
        return checkpoint;
    }

    public String text() {
        var text = new StringBuilder();
        text.append(origin).append('\n');
        text.append(size).append('\n');
        text.append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Signs as the log. Whoever calls has made sure that this tree continues all that was signed before.
     *
     * @throws IllegalArgumentException where the key's name is not the origin
     */
    public SignedNote sign(SigningKey logKey) {
        if (!logKey.verifierKey().name().equals(origin)) {
            throw new IllegalArgumentException("key " + logKey + " does not sign for " + origin);
        }
        return new SignedNote(text(), List.of(logKey.sign(text())));
    }

    private static Hash root(String base64) {
        try {
            return Hash.ofBase64(base64);
        } catch (IllegalArgumentException e) {
            throw new NoteRejected("a root is the base64 of 32 bytes", e);
        }
    }

    private static void checkLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new NoteRejected("a checkpoint's lines are not empty");
        }
    }
}

package org.consentledger.ledger.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with signatures (C2SP signed-note). The text says nothing until {@link #verify} returns.
 *
 * @param text with its last line end
 * @param signatures 1 to 100, no line twice
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new NoteRejected("a note's text ends with a line end");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n') || !Utf8.isWellFormed(text)) {
            throw new NoteRejected("a note is Unicode without control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new NoteRejected("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        if (new HashSet<>(signatures).size() < signatures.size()) {
            throw new NoteRejected("a signature line stands twice");
        }
    }

    public static SignedNote parse(byte[] utf8) {
        return parse(Utf8.decode(utf8));
    }

    /** @throws NoteRejected where it is not a note; nothing is verified yet */
    public static SignedNote parse(String note) {
        if (!note.endsWith("\n")) {
            throw new NoteRejected("a note ends with a line end");
        }
        // The text is separated from the signatures by the last empty line in the note.
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || end + 2 == note.length()) {
            throw new NoteRejected("no empty line before the signatures");
        }
        var lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new NoteRejected("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    public String encode() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /** The same text, signed by one more. */
    public SignedNote with(NoteSignature signature) {
        var all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /**
     * The keys, of those known, that signed; signatures of others are ignored.
     *
     * @throws NoteRejected where one of them did not sign, though its name and id stand there, or stands there twice
     */
    public List<VerifierKey> signedBy(Collection<VerifierKey> known) {
        return List.copyOf(verified(known).keySet());
    }

    /**
     * The same text with the signatures of these keys alone.
     *
     * @throws NoteRejected as {@link #signedBy} says, and where none of them signed
     */
    public SignedNote only(Collection<VerifierKey> known) {
        var signatures = verified(known).values();
        if (signatures.isEmpty()) {
            throw new NoteRejected("not signed by a known key");
        }
        return new SignedNote(text, List.copyOf(signatures));
    }

    /** The signatures of those known, in their order; {@link #signedBy} says what is refused. */
    Map<VerifierKey, NoteSignature> verified(Collection<VerifierKey> known) {
        var signers = new LinkedHashMap<VerifierKey, NoteSignature>();
        var keys = new HashSet<>(known);
        for (var signature : signatures) {
            for (var key : keys) {
                if (!key.isNamedBy(signature)) {
                    continue;
                }
                if (signers.containsKey(key)) {
                    throw new NoteRejected("signed twice by " + key);
                }
                if (!key.verifies(text, signature)) {
                    throw new NoteRejected("not signed by " + key);
                }
                signers.put(key, signature);
            }
        }
        return signers;
    }

    /**
     * Checks that at least one of these keys signed, and answers the text.
     *
     * @throws NoteRejected where none did, or as {@link #signedBy} says
     */
    public String verify(Collection<VerifierKey> known) {
        return only(known).text();
    }
}

package org.consentledger.ledger.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Opens checkpoints, the smallest first, as they are asked for. Those that no known key signed are told and left out.
 */
public final class Checkpoints implements Iterator<Checkpoint> {
    private final Iterator<String> notes;
    private final List<VerifierKey> keys;
    private final Findings findings;
    private @Nullable Checkpoint next;
    private @Nullable Checkpoint newest;
    private final Set<String> ofNewestSize = new HashSet<>();
    private long count;

    public Checkpoints(Iterator<String> notes, Collection<VerifierKey> keys, Findings findings) {
        this.notes = notes;
        this.keys = List.copyOf(keys);
        this.findings = findings;
        advance();
    }

    /** How many were opened. */
    public long count() {
        return count;
    }

    /** The last one opened; {@code null} before the first. */
    public @Nullable Checkpoint newest() {
        return newest;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Checkpoint next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        var checkpoint = next;
        advance();
        return checkpoint;
    }

    private void advance() {
        next = null;
        while (next == null && notes.hasNext()) {
            next = open(notes.next());
        }
    }

    private @Nullable Checkpoint open(String note) {
        try {
            var checkpoint = Checkpoint.open(SignedNote.parse(note), keys);
            if (newest != null && checkpoint.size() != newest.size()) {
                ofNewestSize.clear();
            }
            if (newest != null && checkpoint.size() < newest.size()) {
                putBack(checkpoint, "comes after that of " + newest.size());
            }
            if (!ofNewestSize.add(note)) {
                putBack(checkpoint, "stands there twice");
            }
            count++;
            newest = checkpoint;
            return checkpoint;
        } catch (NoteRejected e) {
            findings.add(Damage.CHECKPOINT_NOT_SIGNED, Finding.NOWHERE, firstLines(note) + ": " + e.getMessage());
            return null;
        }
    }

    private void putBack(Checkpoint checkpoint, String how) {
        findings.add(
                Damage.CHECKPOINT_PUT_BACK,
                checkpoint.size(),
                "the checkpoint of size " + checkpoint.size() + " " + how);
    }

    private static String firstLines(String note) {
        return "checkpoint of " + String.join(" ", note.lines().limit(2).toList());
    }
}

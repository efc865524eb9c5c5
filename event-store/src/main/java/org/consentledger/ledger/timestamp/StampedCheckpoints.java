package org.consentledger.ledger.timestamp;

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The checkpoints of time stamps, each larger than the one before; what is no such checkpoint is passed over. */
final class StampedCheckpoints implements Iterator<Checkpoint> {
    private final TimestampAudit.Kept kept;
    private final Collection<VerifierKey> keys;
    private long number;
    private long size;
    private @Nullable Checkpoint next;

    StampedCheckpoints(TimestampAudit.Kept kept, Collection<VerifierKey> keys) {
        this.kept = kept;
        this.keys = keys;
        advance();
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
        Optional<TimestampedCheckpoint> stamp;
        do {
            stamp = kept.at(number++);
            next = stamp.flatMap(this::open)
                    .filter(checkpoint -> checkpoint.size() > size)
                    .orElse(null);
        } while (next == null && stamp.isPresent());
        size = next == null ? size : next.size();
    }

    private Optional<Checkpoint> open(TimestampedCheckpoint stamp) {
        try {
            return Optional.of(Checkpoint.open(SignedNote.parse(stamp.note()), keys));
        } catch (NoteRejected _) {
            return Optional.empty();
        }
    }
}

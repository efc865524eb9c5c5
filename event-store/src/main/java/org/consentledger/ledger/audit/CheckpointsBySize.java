package org.consentledger.ledger.audit;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.consentledger.ledger.note.Checkpoint;
import org.jspecify.annotations.Nullable;

/** Checkpoints of one ledger from two places, each the smallest first, as one sequence in that order. */
public final class CheckpointsBySize implements Iterator<Checkpoint> {
    private final Iterator<Checkpoint> first;
    private final Iterator<Checkpoint> second;
    private @Nullable Checkpoint ofFirst;
    private @Nullable Checkpoint ofSecond;

    public CheckpointsBySize(Iterator<Checkpoint> first, Iterator<Checkpoint> second) {
        this.first = first;
        this.second = second;
        this.ofFirst = nextOf(first);
        this.ofSecond = nextOf(second);
    }

    private static @Nullable Checkpoint nextOf(Iterator<Checkpoint> checkpoints) {
        return checkpoints.hasNext() ? checkpoints.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ofFirst != null || ofSecond != null;
    }

    @Override
    public Checkpoint next() {
        var left = ofFirst;
        var right = ofSecond;
        if (left != null && (right == null || left.size() <= right.size())) {
            ofFirst = nextOf(first);
            return left;
        }
        if (right == null) {
            throw new NoSuchElementException();
        }
        ofSecond = nextOf(second);
        return right;
    }
}

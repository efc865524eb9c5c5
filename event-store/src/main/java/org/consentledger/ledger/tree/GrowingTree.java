package org.consentledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that is computed anew from all its leaves, one after the other, in the memory of its frontier. It changes with
 * every leaf; for one thread.
 */
public final class GrowingTree {
    private final List<Hash> peaks = new ArrayList<>();
    private final OnComplete onComplete;
    private long size;

    /** Is told each hash that belongs into a tile of level 1 or higher, as soon as its last leaf is there. */
    @FunctionalInterface
    public interface OnComplete {
        void completed(int tileLevel, long index, Hash hash);
    }

    public GrowingTree(OnComplete onComplete) {
        this.onComplete = onComplete;
    }

    /** One node hash on average. */
    public void append(Hash leaf) {
        Hash peak = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            peak = TreeHashing.node(peaks.removeLast(), peak);
            height++;
            if (height % TileGeometry.HEIGHT == 0) {
                onComplete.completed(height / TileGeometry.HEIGHT, size >>> height, peak);
            }
        }
        peaks.add(peak);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return new Frontier(size, peaks).root();
    }
}

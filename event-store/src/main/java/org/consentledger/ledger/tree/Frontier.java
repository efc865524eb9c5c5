package org.consentledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The least that must be kept of a tree to append to it and to know its root: the roots of the perfect subtrees it
 * falls into, the largest (leftmost) first, one for each bit set in the size. Never changed; appending gives another.
 *
 * @param size of the tree, in leaves
 * @param peaks as many as {@code Long.bitCount(size)}
 */
public record Frontier(long size, List<Hash> peaks) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(peaks.size() + " subtrees do not make a tree of size " + size);
        }
        peaks = List.copyOf(peaks);
    }

    /** At most as many node hashes as the size has trailing one bits; one on average. */
    public Frontier append(Hash leaf) {
        var grown = new ArrayList<Hash>(peaks);
        Hash peak = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            peak = TreeHashing.node(grown.removeLast(), peak);
        }
        grown.add(peak);
        return new Frontier(Math.incrementExact(size), grown);
    }

    public Hash root() {
        if (size == 0) {
            return TreeHashing.EMPTY_ROOT;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHashing.node(peaks.get(i), root);
        }
        return root;
    }

    static Frontier of(Subtrees tree, long size) {
        var peaks = new ArrayList<Hash>();
        long from = 0;
        for (long rest = size; rest != 0; rest -= Long.highestOneBit(rest)) {
            long width = Long.highestOneBit(rest);
            peaks.add(tree.range(from, from + width));
            from += width;
        }
        return new Frontier(size, peaks);
    }
}

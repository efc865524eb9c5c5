package org.consentledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What one append made of a tree: the new edge, the hashes to store, and proofs for the leaves just appended, all
 * without reading anything. A proof is {@code O(log n)} hashes long and costs at most as many node hashes.
 */
public final class Growth {
    private final long before;
    private final long size;
    private final EdgeNodes nodes;

    Growth(long before, long size, EdgeNodes nodes) {
        this.before = before;
        this.size = size;
        this.nodes = nodes;
    }

    /** A hash to store: the complete subtree at these coordinates of C2SP tlog-tiles, level 1 or higher. */
    public record CompletedTile(int tileLevel, long index, Hash hash) {}

    public long size() {
        return size;
    }

    public Hash root() {
        return Frontier.of(nodes, size).root();
    }

    /** The edge to append to from here on. */
    public Edge edge() {
        return new Edge(size, nodes.from(size));
    }

    /** The tiles that these leaves filled, lowest level first: with the leaves, what a {@link HashSource} reads. */
    public List<CompletedTile> completedTiles() {
        var completed = new ArrayList<CompletedTile>();
        for (int level = 1; TileGeometry.complete(level, size) > 0; level++) {
            for (long i = TileGeometry.complete(level, before); i < TileGeometry.complete(level, size); i++) {
                completed.add(new CompletedTile(level, i, nodes.perfect(level * TileGeometry.HEIGHT, i)));
            }
        }
        return completed;
    }

    /**
     * Proves one of the leaves just appended, in the tree as it is after them.
     *
     * @throws IllegalArgumentException for an index that was not appended here
     */
    public InclusionProof inclusionProof(long index) {
        if (index < before) {
            throw new IllegalArgumentException("leaf " + index + " was there before this append, at size " + before);
        }
        return InclusionProof.of(nodes, index, size);
    }

    /**
     * Proves that the tree before this append is the beginning of the one after it.
     *
     * @throws IllegalArgumentException where the tree was empty before
     */
    public ConsistencyProof consistencyProof() {
        return ConsistencyProof.of(nodes, before, size);
    }
}

package org.consentledger.ledger.tree;

import java.util.List;

/**
 * The right edge of a tree, kept in memory by whoever appends: on each tile level all nodes of the tile that the next
 * leaf falls into. That is enough to answer for appended leaves without reading anything, and is at most 511 hashes a
 * level. Never changed, so an append that is rolled back leaves nothing behind.
 */
public final class Edge {
    public static final Edge EMPTY = new Edge(0, new EdgeNodes(0, List.of()));

    private final long size;
    private final EdgeNodes nodes;

    Edge(long size, EdgeNodes nodes) {
        this.size = size;
        this.nodes = nodes;
    }

    /** Of the tree, in leaves: the index of the next one. */
    public long size() {
        return size;
    }

    public Hash root() {
        return frontier().root();
    }

    public Frontier frontier() {
        return Frontier.of(nodes, size);
    }

    /** The tree after these leaf hashes; one node hash for each on average. */
    public Growth grow(List<Hash> leaves) {
        return new Growth(size, Math.addExact(size, leaves.size()), nodes.with(leaves, size));
    }
}

package org.consentledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Nodes near the right edge of a tree.
 *
 * @param start a size: on each tile level, what lies left of the tile that leaf {@code start} falls into is not kept
 * @param rows for each height the nodes kept, in order, up to the last one complete
 */
record EdgeNodes(long start, List<List<Hash>> rows) implements Subtrees {

    /** Reads the last tile of each level and computes the nodes inside it. */
    static EdgeNodes of(Subtrees tree, long size) {
        var rows = new ArrayList<List<Hash>>();
        for (int height = 0; size >>> height != 0; height++) {
            var row = new ArrayList<Hash>();
            for (long index = firstAt(height, size); index < size >>> height; index++) {
                if (height % TileGeometry.HEIGHT == 0) {
                    row.add(tree.perfect(height, index));
                } else {
                    int left = (int) (2 * index - firstAt(height - 1, size));
                    row.add(TreeHashing.node(
                            rows.getLast().get(left), rows.getLast().get(left + 1)));
                }
            }
            rows.add(row);
        }
        return new EdgeNodes(size, rows);
    }

    /** These nodes and those that the leaves complete, the first of which has this index. */
    EdgeNodes with(List<Hash> leaves, long index) {
        var grown = new ArrayList<List<Hash>>();
        rows.forEach(row -> grown.add(new ArrayList<>(row)));
        for (int i = 0; i < leaves.size(); i++) {
            add(leaves.get(i), index + i, grown);
        }
        return new EdgeNodes(start, grown);
    }

    private static void add(Hash leaf, long index, List<List<Hash>> grown) {
        Hash node = leaf;
        int height = 0;
        for (long i = index; ; i >>= 1) {
            if (height == grown.size()) {
                grown.add(new ArrayList<>());
            }
            var row = grown.get(height);
            row.add(node);
            if ((i & 1) == 0) {
                return;
            }
            node = TreeHashing.node(row.get(row.size() - 2), node);
            height++;
        }
    }

    /** These nodes without what a tree that has reached {@code size} no longer needs. */
    EdgeNodes from(long size) {
        var kept = new ArrayList<List<Hash>>();
        for (int height = 0; height < rows.size(); height++) {
            var row = rows.get(height);
            int gone = (int) (firstAt(height, size) - firstAt(height, start));
            kept.add(List.copyOf(row.subList(gone, row.size())));
        }
        return new EdgeNodes(size, kept);
    }

    @Override
    public Hash perfect(int height, long index) {
        return rows.get(height).get((int) (index - firstAt(height, start)));
    }

    /** The first node, at this height, of the tile that leaf {@code size} falls into. */
    private static long firstAt(int height, long size) {
        int inTile = TileGeometry.HEIGHT - height % TileGeometry.HEIGHT;
        return TileGeometry.complete(height / TileGeometry.HEIGHT + 1, size) << inTile;
    }
}

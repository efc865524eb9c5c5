package org.consentledger.ledger.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree read from its stored tiles. Each question reads a tile at most once: for size n that is two tiles on each of
 * the {@code log256(n)} levels, and at most 255 node hashes for each of them.
 */
public final class StoredTree {
    private final HashSource source;

    public StoredTree(HashSource source) {
        this.source = source;
    }

    public Hash root(long size) {
        return frontier(size).root();
    }

    public Frontier frontier(long size) {
        return Frontier.of(new Tiles(source, size), size);
    }

    /** The edge to append to from here on: reads the last tile of each level. */
    public Edge edge(long size) {
        return new Edge(size, EdgeNodes.of(new Tiles(source, size), size));
    }

    /** @throws IllegalArgumentException unless {@code 0 <= index < size} */
    public InclusionProof inclusionProof(long index, long size) {
        return InclusionProof.of(new Tiles(source, size), index, size);
    }

    /** @throws IllegalArgumentException unless {@code 1 <= first <= second} */
    public ConsistencyProof consistencyProof(long first, long second) {
        return ConsistencyProof.of(new Tiles(source, second), first, second);
    }

    private record Tiles(HashSource source, long size, Map<TileId, List<Hash>> read) implements Subtrees {
        record TileId(int level, long index) {}

        Tiles(HashSource source, long size) {
            this(source, size, new HashMap<>());
        }

        @Override
        public Hash perfect(int height, long index) {
            int level = height / TileGeometry.HEIGHT;
            int width = 1 << (height % TileGeometry.HEIGHT);
            long first = index * width;
            var tile = read.computeIfAbsent(new TileId(level, first / TileGeometry.WIDTH), this::readTile);
            int offset = (int) (first % TileGeometry.WIDTH);
            return fold(tile.subList(offset, offset + width));
        }

        private List<Hash> readTile(TileId tile) {
            long first = tile.index() * TileGeometry.WIDTH;
            int count = (int) Math.min(TileGeometry.WIDTH, TileGeometry.complete(tile.level(), size) - first);
            var hashes = source.read(tile.level(), first, count);
            if (hashes.size() != count) {
                throw new IllegalStateException("tile level " + tile.level() + " from " + first + ": " + hashes.size()
                        + " hashes are there, " + count + " should be");
            }
            return hashes;
        }

        private static Hash fold(List<Hash> hashes) {
            var row = hashes;
            while (row.size() > 1) {
                var above = new ArrayList<Hash>(row.size() / 2);
                for (int i = 0; i < row.size(); i += 2) {
                    above.add(TreeHashing.node(row.get(i), row.get(i + 1)));
                }
                row = above;
            }
            return row.getFirst();
        }
    }
}

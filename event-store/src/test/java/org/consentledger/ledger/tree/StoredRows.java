package org.consentledger.ledger.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The rows as the database holds them: leaf hashes by position, complete subtrees by tile level and index. */
final class StoredRows implements HashSource {
    private record Key(int tileLevel, long index) {}

    private final Map<Key, Hash> rows = new HashMap<>();

    void store(long first, List<Hash> leaves, Growth growth) {
        for (int i = 0; i < leaves.size(); i++) {
            put(0, first + i, leaves.get(i));
        }
        growth.completedTiles().forEach(tile -> put(tile.tileLevel(), tile.index(), tile.hash()));
    }

    private void put(int tileLevel, long index, Hash hash) {
        if (rows.put(new Key(tileLevel, index), hash) != null) {
            throw new IllegalStateException("row " + tileLevel + "/" + index + " written twice");
        }
    }

    @Override
    public List<Hash> read(int tileLevel, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(index -> rows.get(new Key(tileLevel, index)))
                .toList();
    }
}

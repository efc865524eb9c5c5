package org.consentledger.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** RFC 6962 §2.1 word for word, and so plain that the rest is measured by it; it remembers perfect subtrees. */
final class NaiveTree implements Subtrees {
    private final List<Hash> leaves;
    private final Map<Long, Hash> perfect = new ConcurrentHashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(NaiveTree::leaf).toList();
    }

    static Hash leaf(int index) {
        return TreeHashing.leaf(("leaf " + index).getBytes(StandardCharsets.UTF_8));
    }

    Hash root(int size) {
        return size == 0 ? TreeHashing.EMPTY_ROOT : mth(0, size);
    }

    /** Answers a tile read as the database would. */
    List<Hash> read(int tileLevel, long first, int count) {
        int height = tileLevel * TileGeometry.HEIGHT;
        return IntStream.range(0, count)
                .mapToObj(i -> perfect(height, first + i))
                .toList();
    }

    @Override
    public Hash perfect(int height, long index) {
        return mth((int) (index << height), (int) ((index + 1) << height));
    }

    private Hash mth(int from, int to) {
        int n = to - from;
        if (n == 1) {
            return leaves.get(from);
        }
        int k = 1;
        while (2 * k < n) {
            k = 2 * k;
        }
        var known = n == 2 * k ? perfect.get(key(from, to)) : null;
        if (known != null) {
            return known;
        }
        var hash = TreeHashing.node(mth(from, from + k), mth(from + k, to));
        if (n == 2 * k) {
            perfect.put(key(from, to), hash);
        }
        return hash;
    }

    private static long key(int from, int to) {
        return ((long) from << Integer.SIZE) | to;
    }
}

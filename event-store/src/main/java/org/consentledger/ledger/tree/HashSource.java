package org.consentledger.ledger.tree;

import java.util.List;

/**
 * Reads the stored hashes of a tree by the coordinates of C2SP tlog-tiles: the hash {@code i} at tile level {@code L}
 * is that of the complete subtree over the leaves from {@code i * 256^L} to {@code (i + 1) * 256^L - 1}; level 0 holds
 * the leaf hashes themselves.
 */
@FunctionalInterface
public interface HashSource {
    /**
     * The hashes {@code first} to {@code first + count - 1}, all within one tile of 256 and all complete in the tree
     * asked about, in order.
     *
     * @throws RuntimeException where one of them is not there: a hole in the ledger
     */
    List<Hash> read(int tileLevel, long first, int count);
}

package org.consentledger.ledger.tree;

/** Hashes of perfect subtrees: what every root and every proof is put together from. */
@FunctionalInterface
interface Subtrees {
    /** {@code MTH(D[index * 2^height : (index + 1) * 2^height])}, all of whose leaves exist. */
    Hash perfect(int height, long index);

    /** {@code MTH(D[from : to])}, not empty, where {@code from} is where RFC 6962 §2.1 splits a tree. */
    default Hash range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return perfect(height, from >>> height);
        }
        long k = splitOf(width);
        return TreeHashing.node(range(from, from + k), range(from + k, to));
    }

    /** RFC 6962 §2.1: k is the largest power of two smaller than n, for n greater than one. */
    static long splitOf(long n) {
        return Long.highestOneBit(n - 1);
    }
}

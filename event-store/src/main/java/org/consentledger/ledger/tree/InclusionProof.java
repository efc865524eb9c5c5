package org.consentledger.ledger.tree;

import static org.consentledger.ledger.tree.TreeHashing.node;

import java.util.ArrayList;
import java.util.List;

/**
 * The claim that a leaf is in a tree (RFC 9162 §2.1.3). It is only a claim until {@link #verify} returns, so any
 * numbers and any path can be held.
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path hashes from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Builds {@code PATH(index, D[size])} (RFC 6962 §2.1.1). */
    static InclusionProof of(Subtrees tree, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of size " + size);
        }
        var path = new ArrayList<Hash>();
        addPath(tree, index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    private static void addPath(Subtrees tree, long index, long from, long to, List<Hash> path) {
        // PATH(0, {d(0)}) = {}
        if (to - from == 1) {
            return;
        }
        long middle = from + Subtrees.splitOf(to - from);
        if (index < middle) {
            // PATH(m, D[n]) = PATH(m, D[0:k]) : MTH(D[k:n]) for m < k
            addPath(tree, index, from, middle, path);
            path.add(tree.range(middle, to));
        } else {
            // PATH(m, D[n]) = PATH(m - k, D[k:n]) : MTH(D[0:k]) for m >= k
            addPath(tree, index, middle, to, path);
            path.add(tree.range(from, middle));
        }
    }

    /**
     * Checks that {@code leaf} is at {@link #index} of the tree with this root (RFC 9162 §2.1.3.2).
     *
     * @throws ProofRejected where it does not follow
     */
    public void verify(Hash leaf, Hash root) {
        // 1. Compare leaf_index with tree_size.
        if (index < 0 || size < 0) {
            throw new ProofRejected("index or size is out of range");
        }
        if (index >= size) {
            throw new ProofRejected("leaf index " + index + " is beyond tree size " + size);
        }
        // 2. Set two variables fn and sn: fn is set to leaf_index and sn is set to tree_size - 1.
        long fn = index;
        long sn = size - 1;
        // 3. Set r to hash.
        Hash r = leaf;
        // 4. For each value p in the inclusion_path array:
        for (Hash p : path) {
            // 4.a. If sn is 0, then stop the iteration and fail the proof verification.
            if (sn == 0) {
                throw new ProofRejected("proof is too long");
            }
            // 4.b. If LSB(fn) is set, or if fn is equal to sn, then:
            if ((fn & 1) == 1 || fn == sn) {
                // 4.b.i. Set r to HASH(0x01 || p || r).
                r = node(p, r);
                // 4.b.ii. If LSB(fn) is not set, right-shift both until LSB(fn) is set or fn is 0.
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                // Otherwise: set r to HASH(0x01 || r || p).
                r = node(r, p);
            }
            // 4.c. Finally, right-shift both fn and sn one time.
            fn >>= 1;
            sn >>= 1;
        }
        // 5. Compare sn to 0. Compare r against the root_hash.
        if (sn != 0) {
            throw new ProofRejected("proof is too short");
        }
        if (!r.equals(root)) {
            throw new ProofRejected("proof leads to another root");
        }
    }
}

package org.consentledger.ledger.tree;

import static org.consentledger.ledger.tree.TreeHashing.node;

import java.util.ArrayList;
import java.util.List;

/**
 * The claim that a tree is the beginning of a later one (RFC 9162 §2.1.4). It is only a claim until {@link #verify}
 * returns, so any numbers and any path can be held.
 *
 * <p>The empty tree is the beginning of every tree: there is nothing to prove and nothing that a proof would bind, so
 * a proof from size 0 is neither built nor accepted. A caller that may meet it looks at the size first.
 *
 * @param first size of the earlier tree, in leaves
 * @param second size of the later tree
 * @param path as RFC 9162 §2.1.4.1 orders it; empty where the sizes are equal
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Builds {@code PROOF(first, D[second])} (RFC 6962 §2.1.2). */
    static ConsistencyProof of(Subtrees tree, long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no consistency proof from size " + first + " to " + second);
        }
        var path = new ArrayList<Hash>();
        // PROOF(m, D[n]) = SUBPROOF(m, D[n], true)
        addSubproof(tree, first, 0, second, true, path);
        return new ConsistencyProof(first, second, path);
    }

    private static void addSubproof(Subtrees tree, long m, long from, long to, boolean known, List<Hash> path) {
        // SUBPROOF(m, D[m], true) = {}; SUBPROOF(m, D[m], false) = {MTH(D[m])}
        if (m == to) {
            if (!known) {
                path.add(tree.range(from, to));
            }
            return;
        }
        long middle = from + Subtrees.splitOf(to - from);
        if (m <= middle) {
            // SUBPROOF(m, D[n], b) = SUBPROOF(m, D[0:k], b) : MTH(D[k:n]) for m <= k
            addSubproof(tree, m, from, middle, known, path);
            path.add(tree.range(middle, to));
        } else {
            // SUBPROOF(m, D[n], b) = SUBPROOF(m - k, D[k:n], false) : MTH(D[0:k]) for m > k
            addSubproof(tree, m, middle, to, false, path);
            path.add(tree.range(from, middle));
        }
    }

    /**
     * Checks that the tree with {@code firstRoot} is the beginning of the one with {@code secondRoot}
     * (RFC 9162 §2.1.4.2; equal sizes as RFC 6962 §2.1.2: no path, one root).
     *
     * @throws ProofRejected where it does not follow
     */
    public void verify(Hash firstRoot, Hash secondRoot) {
        if (first < 1) {
            throw new ProofRejected("nothing follows from the empty tree");
        }
        if (first > second) {
            throw new ProofRejected("size " + first + " is not before size " + second);
        }
        if (first == second) {
            verifySameSize(firstRoot, secondRoot);
            return;
        }
        // 1. If consistency_path is an empty array, stop and fail the proof verification.
        if (path.isEmpty()) {
            throw new ProofRejected("proof is too short");
        }
        // 2. If first is an exact power of 2, then prepend first_hash to the consistency_path array.
        var rest = new ArrayList<Hash>(path);
        if (Long.bitCount(first) == 1) {
            rest.addFirst(firstRoot);
        }
        // 3. Set two variables fn and sn: fn is set to first - 1 and sn is set to second - 1.
        long fn = first - 1;
        long sn = second - 1;
        // 4. If LSB(fn) is set, then right-shift both fn and sn equally until LSB(fn) is not set.
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        // 5. Set both fr and sr to the first value in the consistency_path array.
        Hash fr = rest.removeFirst();
        Hash sr = fr;
        // 6. For each subsequent value c in the consistency_path array:
        for (Hash c : rest) {
            // 6.a. If sn is 0, then stop the iteration and fail the proof verification.
            if (sn == 0) {
                throw new ProofRejected("proof is too long");
            }
            // 6.b. If LSB(fn) is set, or if fn is equal to sn, then:
            if ((fn & 1) == 1 || fn == sn) {
                // 6.b.i. Set fr to HASH(0x01 || c || fr).
                fr = node(c, fr);
                // 6.b.ii. Set sr to HASH(0x01 || c || sr).
                sr = node(c, sr);
                // 6.b.iii. If LSB(fn) is not set, right-shift both until LSB(fn) is set or fn is 0.
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                // Otherwise: set sr to HASH(0x01 || sr || c).
                sr = node(sr, c);
            }
            // 6.c. Finally, right-shift both fn and sn one time.
            fn >>= 1;
            sn >>= 1;
        }
        // 7. Verify that the fr and sr calculated are equal to first_hash and second_hash, and that sn is 0.
        if (sn != 0) {
            throw new ProofRejected("proof is too short");
        }
        if (!fr.equals(firstRoot)) {
            throw new ProofRejected("proof leads to another first root");
        }
        if (!sr.equals(secondRoot)) {
            throw new ProofRejected("proof leads to another second root");
        }
    }

    private void verifySameSize(Hash firstRoot, Hash secondRoot) {
        if (!path.isEmpty()) {
            throw new ProofRejected("proof is too long");
        }
        if (!firstRoot.equals(secondRoot)) {
            throw new ProofRejected("one size, two roots");
        }
    }
}

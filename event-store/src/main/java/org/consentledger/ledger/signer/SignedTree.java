package org.consentledger.ledger.signer;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.append.CommittedGroup;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.tree.ConsistencyProof;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.InclusionProof;
import org.consentledger.ledger.tree.ProofRejected;
import org.consentledger.ledger.tree.StoredTree;

/**
 * The tree as it was last signed, and the proof that the next one begins with it. What this process appended itself is
 * proven from memory; where others appended in between, from the stored hashes.
 */
final class SignedTree {
    private final StoredTree stored;
    private Edge edge;

    /** @param root as signed; what is stored must make it */
    SignedTree(StoredTree stored, long size, Hash root) {
        this.stored = stored;
        this.edge = stored.edge(size);
        if (!edge.root().equals(root)) {
            throw new SigningRefused("the stored tree of size " + size + " is not the one that was signed");
        }
    }

    /**
     * The tree of a checkpoint that was signed.
     *
     * @param presentSize of the stored tree
     * @throws SigningRefused where what is stored is smaller, or does not begin with it
     */
    static SignedTree of(StoredTree stored, Checkpoint signed, long presentSize) {
        if (presentSize < signed.size()) {
            throw new SigningRefused("the tree has " + presentSize + " leaves, signed were " + signed.size());
        }
        return new SignedTree(stored, signed.size(), signed.root());
    }

    long size() {
        return edge.size();
    }

    Hash root() {
        return edge.root();
    }

    /** Proves that leaves are in the tree it was made for. */
    @FunctionalInterface
    interface Proofs {
        InclusionProof of(long position);
    }

    /**
     * Goes on to the tree after these groups, which were committed in this order; stays where they were signed already
     * with what somebody else appended behind them.
     *
     * @throws SigningRefused where it is smaller, or does not begin with the tree signed last
     */
    Proofs advance(List<CommittedGroup> groups) {
        var last = groups.getLast();
        if (last.size() < size()) {
            return behind(last);
        }
        return follow(groups) ? fromMemory(groups, last.root()) : fromStore(last.size(), last.root());
    }

    private boolean follow(List<CommittedGroup> groups) {
        long size = size();
        for (var group : groups) {
            if (group.before() != size) {
                return false;
            }
            size = group.size();
        }
        return true;
    }

    private Proofs fromMemory(List<CommittedGroup> groups, Hash newRoot) {
        var leaves = new ArrayList<Hash>();
        groups.forEach(group -> leaves.addAll(group.leaves()));
        var growth = edge.grow(leaves);
        if (size() > 0) {
            verify(growth.consistencyProof(), root(), newRoot);
        }
        goTo(growth.edge(), newRoot);
        return growth::inclusionProof;
    }

    /** Where fewer leaves are stored than were signed, reading the proof fails. */
    private Proofs behind(CommittedGroup last) {
        verify(stored.consistencyProof(last.size(), size()), last.root(), root());
        long size = size();
        return position -> stored.inclusionProof(position, size);
    }

    /**
     * Goes on to the tree stored at that size.
     *
     * @throws SigningRefused where it is smaller, or does not begin with the tree signed last
     */
    Proofs fromStore(long size, Hash newRoot) {
        if (size < size()) {
            throw new SigningRefused("the tree has " + size + " leaves, signed were " + size());
        }
        if (size() > 0) {
            verify(stored.consistencyProof(size(), size), root(), newRoot);
        }
        goTo(stored.edge(size), newRoot);
        return position -> stored.inclusionProof(position, size);
    }

    private static void verify(ConsistencyProof proof, Hash first, Hash second) {
        try {
            proof.verify(first, second);
        } catch (ProofRejected e) {
            throw new SigningRefused(
                    "the tree of size " + proof.second() + " does not begin with that of size " + proof.first(), e);
        }
    }

    private void goTo(Edge next, Hash newRoot) {
        if (!next.root().equals(newRoot)) {
            throw new SigningRefused("the hashes of size " + next.size() + " do not make the root that was stored");
        }
        edge = next;
    }
}

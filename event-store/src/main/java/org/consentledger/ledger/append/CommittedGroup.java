package org.consentledger.ledger.append;

import java.util.List;
import org.consentledger.ledger.tree.Hash;

/**
 * What one commit made of the tree.
 *
 * @param before size of the tree that the group was appended to
 * @param leaves the hashes of its leaves
 * @param root of the tree after it
 */
public record CommittedGroup(long before, List<Hash> leaves, Hash root) {
    public CommittedGroup {
        leaves = List.copyOf(leaves);
    }

    /** Of the tree after the group. */
    public long size() {
        return before + leaves.size();
    }
}

package org.consentledger.ledger.scan;

import java.util.UUID;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.tree.Hash;

/**
 * A leaf as it is stored.
 *
 * @param position leaf index, from 0
 * @param hash as it is in the tree
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record ScannedLeaf(long position, UUID eventId, Hash hash, byte[] statement) {

    /** The entry of the log, made anew from what is stored. */
    public LeafEntry entry() {
        return LeafEntry.of(eventId, statement);
    }
}

package org.consentledger.query.proof;

import java.time.Instant;
import org.consentledger.ledger.rows.KeyChange;

/**
 * A change of the signing key, keys as vkeys and checkpoints as notes.
 *
 * @param reason {@code ROTATION}, where both keys signed {@code newCheckpoint} and its tree begins with the old one's;
 *     {@code RESTORE}, where the ledger was put back and it need not
 */
record PublishedKeyChange(
        KeyChange.Reason reason,
        Instant changedAt,
        String oldKey,
        String newKey,
        String oldCheckpoint,
        String newCheckpoint) {

    static PublishedKeyChange of(KeyChange change) {
        return new PublishedKeyChange(
                change.reason(),
                change.changedAt(),
                change.oldKey().encode(),
                change.newKey().encode(),
                change.oldCheckpoint().encode(),
                change.newCheckpoint().encode());
    }
}

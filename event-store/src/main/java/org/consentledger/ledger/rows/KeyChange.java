package org.consentledger.ledger.rows;

import java.time.Instant;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;

/**
 * A change of the signing key, as everybody may read it.
 *
 * @param oldCheckpoint what was signed last with the old key
 * @param newCheckpoint what was signed first with the new one
 * @param changedAt by the database's clock
 */
public record KeyChange(
        Reason reason,
        VerifierKey oldKey,
        VerifierKey newKey,
        SignedNote oldCheckpoint,
        SignedNote newCheckpoint,
        Instant changedAt) {

    /** Why the key was changed. */
    public enum Reason {
        /** The ledger goes on: the new checkpoint's tree begins with the old one's, and both keys signed it. */
        ROTATION,

        /**
         * The database was put back to an earlier state, or another one, and an operator says so. The new checkpoint's
         * tree need not begin with the old one's: what the old key signed beyond it is not in the ledger any more.
         */
        RESTORE
    }
}

package org.consentledger.ledger.personal;

import org.consentledger.events.ledger.DataKeyCommitted;

/**
 * A data key that the database has not yet.
 *
 * @param epoch of the master key that it is wrapped by
 * @param committed the event that comes before all that is sealed with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewDataKey(int epoch, byte[] wrapped, DataKeyCommitted committed) {

    /** What is stored of a key that nobody has used yet. */
    public static NewDataKey of(DataKey key, int epoch, MasterKeys masterKeys) {
        return new NewDataKey(
                epoch,
                key.wrappedBy(masterKeys.of(epoch)),
                new DataKeyCommitted(key.customerId(), key.version(), key.commitment()));
    }
}

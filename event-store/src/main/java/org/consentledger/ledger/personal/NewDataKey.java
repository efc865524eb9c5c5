package org.consentledger.ledger.personal;

import org.consentledger.events.ledger.DataKeyCommitted;

/**
 * A data key that the database has not yet.
 *
 * @param epoch of the master key that it is wrapped by
 * @param committed the event that comes before all that is sealed with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewDataKey(int epoch, byte[] wrapped, DataKeyCommitted committed) {}

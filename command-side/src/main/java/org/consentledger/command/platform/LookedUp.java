package org.consentledger.command.platform;

import org.consentledger.command.platform.RecordOfThePast.Known;
import org.consentledger.ledger.personal.CustomerKeys;
import org.consentledger.ledger.store.ReadAhead;

/**
 * A record of the past, with what the ledger held when it was looked up together with many others. What has changed
 * since is found when it is recorded.
 *
 * @param known under its reference
 * @param keys of its customer, the same for all his records
 * @param ahead the streams that its command asks for, the same for all records of its customer
 */
public record LookedUp(RecordOfThePast record, Known known, CustomerKeys keys, ReadAhead ahead) {}

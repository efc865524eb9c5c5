package org.consentledger.ledger.reading;

import java.time.Instant;

/**
 * What the ledger knew at a time: a prefix of it. Whoever asks for this time later gets the same prefix.
 *
 * @param time ledger time, UTC, microseconds: as asked for, or now by the database's clock; for a position, when the
 *     last leaf of the prefix was recorded, and the beginning of 1970 where it has none
 * @param ledgerSize leaves of the prefix: positions 0 to {@code ledgerSize - 1}
 */
public record KnownAt(Instant time, long ledgerSize) {}

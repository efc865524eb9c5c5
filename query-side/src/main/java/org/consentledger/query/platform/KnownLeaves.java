package org.consentledger.query.platform;

import java.time.Instant;

/**
 * What was known: the first leaves of the ledger.
 *
 * @param size how many leaves
 * @param time ledger time at which just these were known, UTC
 * @param knownAt the time or position that was asked about, as the answer names it
 */
public record KnownLeaves(long size, Instant time, String knownAt) {
    /** Request header with a leaf that the answer must have included. */
    public static final String HEADER = "Ledger-Position";
}

package org.consentledger.query.platform;

/**
 * What was known: the first leaves of the ledger.
 *
 * @param size how many leaves
 * @param knownAt the time or position that was asked about, as the answer names it
 */
public record KnownLeaves(long size, String knownAt) {
    /** Request header with a leaf that the answer must have included. */
    public static final String HEADER = "Ledger-Position";
}

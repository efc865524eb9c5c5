package org.consentledger.ledger.scan;

/**
 * A cosignature, as it is stored.
 *
 * @param number in the order in which they came, from 0
 * @param vkey the witness's key
 * @param checkpoint the text that was cosigned
 * @param line the signature line
 */
public record ScannedCosignature(long number, String vkey, String checkpoint, String line) {}

package org.consentledger.benchmarks;

/**
 * What customers accept.
 *
 * @param digest of its text, as its acceptance states it
 * @param purposeId of the voluntary purpose on which they decide in the same act
 */
record AcceptedEdition(String termsId, int number, String digest, String purposeId) {}

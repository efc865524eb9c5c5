package org.consentledger.standalone;

/**
 * What {@code ./ledger start} was asked for.
 *
 * @param port of 127.0.0.1, 0 for any free one
 * @param demo whether an empty ledger gets the demo data
 */
record StartOptions(int port, DataDirectory directory, boolean demo) {}

package org.consentledger.benchmarks.generated;

/** Where a customer of a generated ledger is with the last edition in the end. */
public enum Outcome {
    ACCEPTED,
    TO_ACCEPT,
    REFUSED,
    ENDED,
    /** Left before accepting it, so that it is nothing to him. */
    NOTHING
}

package org.consentledger.events.ledger;

/** A fact about the ledger itself: about no customer and no terms, so that no answer to a question rests on it. */
public sealed interface LedgerEvent permits CheckpointTimestamped {}

package org.consentledger.events.ledger;

/** A fact about the ledger itself. No answer to a question rests on it, no command asks for it and no history shows it. */
public sealed interface LedgerEvent permits CheckpointTimestamped, DataKeyCommitted {}

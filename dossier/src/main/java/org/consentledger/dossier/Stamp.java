package org.consentledger.dossier;

import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.consentledger.ledger.tree.ConsistencyProof;

/**
 * A time stamp (タイムスタンプ) over a checkpoint that holds all events of the dossier.
 *
 * @param consistency that the tree of the dossier's checkpoint begins with the stamped one
 */
public record Stamp(TimestampedCheckpoint stamped, ConsistencyProof consistency) {}

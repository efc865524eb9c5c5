package org.consentledger.dossier;

import java.util.UUID;
import org.consentledger.ledger.tree.InclusionProof;

/**
 * An event of the same aggregates on which no standing depends. Its statement shows of what type it is, and that nothing
 * was left out of the sequence; what it says is nobody's business here.
 *
 * @param statement canonical bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OtherEvent(long position, UUID eventId, byte[] statement, InclusionProof proof) {}

package org.consentledger.ledger.audit;

import org.consentledger.ledger.tree.InclusionProof;

/**
 * An event with what shows that it is in the ledger. It is only a claim until it is checked.
 *
 * @param statement that the ledger made of it, canonical bytes
 * @param proof that the statement's leaf is in a tree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ProvenEvent(EventBytes event, byte[] statement, InclusionProof proof) {}

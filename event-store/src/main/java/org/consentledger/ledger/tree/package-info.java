/** The Merkle tree over the ledger: hashing, growing, proving and checking (RFC 6962 §2.1, RFC 9162 §2.1). */
@NullMarked
package org.consentledger.ledger.tree;

import org.jspecify.annotations.NullMarked;

/** Signs the ledger's growth, and remembers outside the database what it signed. */
@NullMarked
package org.consentledger.ledger.signer;

import org.jspecify.annotations.NullMarked;

/** Checks what the ledger gave out, a receipt or a whole export, offline and without trusting it. */
@NullMarked
package org.consentledger.verifier;

import org.jspecify.annotations.NullMarked;

/** Has a time-stamping authority attest the ledger's checkpoints, now and then and on demand. */
@NullMarked
package org.consentledger.ledger.stamping;

import org.jspecify.annotations.NullMarked;

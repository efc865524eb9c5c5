/** Asks witnesses to cosign the ledger's checkpoints (C2SP tlog-witness), beside all writing and never in its way. */
@NullMarked
package org.consentledger.ledger.cosign;

import org.jspecify.annotations.NullMarked;

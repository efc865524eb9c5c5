/** A witness (C2SP tlog-witness): cosigns the checkpoints of logs that others keep, of each log one history only. */
@NullMarked
package org.consentledger.ledger.witness;

import org.jspecify.annotations.NullMarked;

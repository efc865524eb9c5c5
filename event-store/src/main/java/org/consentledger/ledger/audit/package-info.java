/** What must hold between events, leaves, tiles and checkpoints, recomputed from the stored bytes; and what does not. */
@NullMarked
package org.consentledger.ledger.audit;

import org.jspecify.annotations.NullMarked;

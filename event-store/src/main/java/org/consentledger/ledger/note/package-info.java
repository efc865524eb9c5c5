/** Signed statements about the tree: notes, checkpoints, cosignatures, receipts (C2SP signed-note and tlog-*). */
@NullMarked
package org.consentledger.ledger.note;

import org.jspecify.annotations.NullMarked;

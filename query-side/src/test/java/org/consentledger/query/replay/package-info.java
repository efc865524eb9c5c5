/** Tests of replays from the ledger itself. */
@NullMarked
package org.consentledger.query.replay;

import org.jspecify.annotations.NullMarked;

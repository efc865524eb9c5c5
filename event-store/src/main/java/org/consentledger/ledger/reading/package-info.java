/** Questions to the ledger itself: events, positions, receipts, and what was known when. */
@NullMarked
package org.consentledger.ledger.reading;

import org.jspecify.annotations.NullMarked;

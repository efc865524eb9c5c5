/** What the ledger records about itself. */
@NullMarked
package org.consentledger.events.ledger;

import org.jspecify.annotations.NullMarked;

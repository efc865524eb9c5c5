/** The one way into the ledger: groups of units of work, each group one transaction. */
@NullMarked
package org.consentledger.ledger.append;

import org.jspecify.annotations.NullMarked;

/** The ledger as Axon's event store. */
@NullMarked
package org.consentledger.ledger.store;

import org.jspecify.annotations.NullMarked;

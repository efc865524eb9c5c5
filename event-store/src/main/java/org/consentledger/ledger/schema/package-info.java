/** The ledger's tables: how they come to be, and that they are still what they should be. */
@NullMarked
package org.consentledger.ledger.schema;

import org.jspecify.annotations.NullMarked;

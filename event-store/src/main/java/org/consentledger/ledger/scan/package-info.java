/** The whole ledger of one moment, read from the database in order and in constant memory. */
@NullMarked
package org.consentledger.ledger.scan;

import org.jspecify.annotations.NullMarked;

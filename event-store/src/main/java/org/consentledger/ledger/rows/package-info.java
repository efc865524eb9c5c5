/** Reading the ledger's tables, row by row. */
@NullMarked
package org.consentledger.ledger.rows;

import org.jspecify.annotations.NullMarked;

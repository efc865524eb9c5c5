/** Writes the ledger into a directory of files that others can read and check. */
@NullMarked
package org.consentledger.ledger.export;

import org.jspecify.annotations.NullMarked;

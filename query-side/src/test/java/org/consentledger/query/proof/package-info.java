/** Reading the ledger as a monitor does. */
@NullMarked
package org.consentledger.query.proof;

import org.jspecify.annotations.NullMarked;

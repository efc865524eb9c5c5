/** Has the ledger time-stamped on demand. */
@NullMarked
package org.consentledger.command.timestamp;

import org.jspecify.annotations.NullMarked;

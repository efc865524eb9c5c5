/** How can somebody who does not trust us check the ledger? */
@NullMarked
package org.consentledger.query.proof;

import org.jspecify.annotations.NullMarked;

/** What is on record about this customer, in the order in which the ledger learned it, as known at that time? */
@NullMarked
package org.consentledger.query.history;

import org.jspecify.annotations.NullMarked;

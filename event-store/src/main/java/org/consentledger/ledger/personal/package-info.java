/** What could name a person: sealed with keys of the customer, and the life of these keys. */
@NullMarked
package org.consentledger.ledger.personal;

import org.jspecify.annotations.NullMarked;

/** Where in the ledger stands what is about a customer, and what it says, opened; for every question about one. */
@NullMarked
package org.consentledger.query.about;

import org.jspecify.annotations.NullMarked;

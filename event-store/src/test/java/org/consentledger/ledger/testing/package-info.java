/** A real PostgreSQL and a ledger on it, for the tests of all modules. */
@NullMarked
package org.consentledger.ledger.testing;

import org.jspecify.annotations.NullMarked;

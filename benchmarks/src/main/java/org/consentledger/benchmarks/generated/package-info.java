/** Ledgers of any size, made of seeded histories and written straight into the tables, in the form of the ledger's own. */
@NullMarked
package org.consentledger.benchmarks.generated;

import org.jspecify.annotations.NullMarked;

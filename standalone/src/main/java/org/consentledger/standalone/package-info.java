/** Both sides in one process on an embedded PostgreSQL, and the verbs of {@code ./ledger}. */
@NullMarked
package org.consentledger.standalone;

import org.jspecify.annotations.NullMarked;

/** Says whether the ledger in a database is whole and unchanged, and where it is not. */
@NullMarked
package org.consentledger.ledger.fsck;

import org.jspecify.annotations.NullMarked;

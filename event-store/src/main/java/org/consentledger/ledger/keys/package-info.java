/** What a signing process keeps on its own disk: its key, and what it signed last. */
@NullMarked
package org.consentledger.ledger.keys;

import org.jspecify.annotations.NullMarked;

/** The ledger as static resources that any monitor can read (C2SP tlog-tiles). */
@NullMarked
package org.consentledger.ledger.tile;

import org.jspecify.annotations.NullMarked;

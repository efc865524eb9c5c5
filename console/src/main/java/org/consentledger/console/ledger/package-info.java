/** How is the ledger, and does this receipt or dossier hold against it? */
@NullMarked
package org.consentledger.console.ledger;

import org.jspecify.annotations.NullMarked;

/** Does this receipt or dossier, which somebody has sent, hold against the ledger? */
@NullMarked
package org.consentledger.query.verification;

import org.jspecify.annotations.NullMarked;

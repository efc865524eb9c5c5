/** Do the projections say of every customer what the ledger itself says? */
@NullMarked
package org.consentledger.query.audit;

import org.jspecify.annotations.NullMarked;

/** What does the ledger itself say, fact by fact, and does the projection agree? */
@NullMarked
package org.consentledger.query.replay;

import org.jspecify.annotations.NullMarked;

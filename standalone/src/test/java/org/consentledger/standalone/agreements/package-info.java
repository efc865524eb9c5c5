/** The whole product against the rules, over HTTP: what it answers, what its ledger says, and what an obvious walk finds. */
@NullMarked
package org.consentledger.standalone.agreements;

import org.jspecify.annotations.NullMarked;

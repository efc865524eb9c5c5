/** What the ledger says about an event, in bytes that have only one form (RFC 8785): the statement and its leaf. */
@NullMarked
package org.consentledger.ledger.statement;

import org.jspecify.annotations.NullMarked;

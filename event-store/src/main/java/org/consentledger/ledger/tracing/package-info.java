/**
 * Traces (OpenTelemetry) through the ledger, where an operator wants them: the command, its append, and what each projection
 * makes of the events. No span names a person or a customer, and nothing of a trace becomes part of the ledger.
 */
@NullMarked
package org.consentledger.ledger.tracing;

import org.jspecify.annotations.NullMarked;

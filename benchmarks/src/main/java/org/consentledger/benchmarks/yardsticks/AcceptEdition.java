package org.consentledger.benchmarks.yardsticks;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record an acceptance of a customer. */
record AcceptEdition(@TargetAggregateIdentifier String agreementId, Acceptance acceptance) {}

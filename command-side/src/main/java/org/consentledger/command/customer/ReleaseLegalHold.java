package org.consentledger.command.customer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;

/** Record that a legal hold stands no longer. */
record ReleaseLegalHold(CustomerId customerId, String holdId, String reason) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.customer(customerId);
    }
}

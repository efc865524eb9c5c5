package org.consentledger.command.customer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;

/** Record that nothing of a customer may be erased (法的保全), for this matter. */
record PlaceLegalHold(CustomerId customerId, String reason, String matter) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.customer(customerId);
    }
}

package org.consentledger.command.customer;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;

/** Record that the erasure (消去) of a customer's personal data is asked for, if nothing stands against it now. */
record RequestErasure(CustomerId customerId, String reason, Instant now) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.customer(customerId);
    }
}

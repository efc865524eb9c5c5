package org.consentledger.command.customer;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;

/** Erase a customer's personal data, as was asked for, if nothing stands against it now. */
record ApproveErasure(CustomerId customerId, String erasureId, Instant now) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.customer(customerId);
    }
}

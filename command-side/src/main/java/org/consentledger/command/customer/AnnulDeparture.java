package org.consentledger.command.customer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/** Record that a departure was entered by mistake; {@code termsId} is that of the departure. */
record AnnulDeparture(CustomerId customerId, @Nullable TermsId termsId, String recordId, String reason) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.customer(customerId);
    }
}

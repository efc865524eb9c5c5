package org.consentledger.command.customer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/** Record that a customer left the service (退会), under these terms; {@code null} for all. */
record LeaveService(CustomerId customerId, @Nullable TermsId termsId, StatedAct act) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.customer(customerId);
    }
}

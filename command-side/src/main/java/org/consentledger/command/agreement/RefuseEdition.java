package org.consentledger.command.agreement;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;

/** Record that a customer was shown an edition and refused (不同意) it. */
record RefuseEdition(CustomerId customerId, ShownEdition shown, StatedAct act) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.agreement(shown.termsId(), customerId);
    }
}

package org.consentledger.command.agreement;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.agreement.PurposeDecision;

/** Record that a customer accepted (同意) an edition, and what he decided on voluntary purposes in the same act. */
record AcceptEdition(CustomerId customerId, ShownEdition shown, StatedAct act, List<PurposeDecision> decisions) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.agreement(shown.termsId(), customerId);
    }
}

package org.consentledger.command.agreement;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.agreement.PurposeDecision;

/** Record that a customer accepted (同意) an edition, and what he decided on voluntary purposes in the same act. */
record AcceptEdition(StatedAct act, List<PurposeDecision> decisions) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return act.aggregateId();
    }
}

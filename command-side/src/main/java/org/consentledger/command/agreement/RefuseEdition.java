package org.consentledger.command.agreement;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that a customer was shown an edition and refused (不同意) it. */
record RefuseEdition(StatedAct act) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return act.aggregateId();
    }
}

package org.consentledger.command.agreement;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.standing.CustomerFact.Outcome;

/** Record that a customer gave, refused or withdrew consent to one voluntary purpose of use, apart from the terms. */
record DecideOnPurpose(CustomerId customerId, TermsId termsId, PurposeId purposeId, Outcome outcome, StatedAct act) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.agreement(termsId, customerId);
    }
}

package org.consentledger.command.agreement;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;

/** Record that a record of the agreement was entered by mistake. */
record AnnulRecord(CustomerId customerId, TermsId termsId, String recordId, String reason) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.agreement(termsId, customerId);
    }
}

package org.consentledger.command.terms;

import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Policies;

/** Begin a terms document. */
record RegisterTerms(
        TermsId termsId, String title, String provider, ZoneId timeZone, String language, Policies policies) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.terms(termsId);
    }
}

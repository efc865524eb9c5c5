package org.consentledger.command.terms;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;

/** Publish the drafted edition as it stands. {@code now} only serves the warnings. */
record PublishEdition(TermsId termsId, EditionNumber edition, Instant now) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.terms(termsId);
    }
}

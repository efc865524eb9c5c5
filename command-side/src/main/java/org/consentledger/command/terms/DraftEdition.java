package org.consentledger.command.terms;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionContent;

/** Draft an edition, or replace its draft. {@code now} only serves the warnings. */
record DraftEdition(TermsId termsId, EditionNumber edition, EditionContent content, Instant now) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.terms(termsId);
    }
}

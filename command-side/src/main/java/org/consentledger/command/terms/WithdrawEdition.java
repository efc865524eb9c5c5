package org.consentledger.command.terms;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;

/** Record that the provider withdrew a published edition (版の撤回). {@code now} says whether it has taken effect. */
record WithdrawEdition(TermsId termsId, EditionNumber edition, String reason, Instant now) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.terms(termsId);
    }
}

package org.consentledger.command.thirdparty;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * Record that data of a customer were provided to a third party.
 *
 * @param termsId {@code null} where the purpose alone tells them
 * @param providedAt not later than now, UTC
 */
record RecordProvision(
        CustomerId customerId,
        @Nullable TermsId termsId,
        PurposeId purposeId,
        String recipient,
        List<String> dataItems,
        Instant providedAt) {

    RecordProvision {
        dataItems = List.copyOf(dataItems);
    }

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.thirdParties(customerId);
    }
}

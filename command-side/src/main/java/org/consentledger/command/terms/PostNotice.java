package org.consentledger.command.terms;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/** Record that a notice of change (周知) was posted. {@code now} is when we were told. */
record PostNotice(
        TermsId termsId,
        EditionNumber edition,
        Channel channel,
        Instant postedAt,
        @Nullable Instant until,
        @Nullable String url,
        @Nullable ContentDigest digest,
        Instant now) {

    @TargetAggregateIdentifier
    String aggregateId() {
        return AggregateIds.terms(termsId);
    }
}

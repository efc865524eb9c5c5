package org.consentledger.command.agreement;

import java.time.Instant;
import org.consentledger.command.platform.AggregateIds;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Evidence;
import org.consentledger.events.Source;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * What a client states about a person who was shown an edition and acted on it.
 *
 * @param digest of the text that was shown
 * @param expressedAt when the person acted; {@code null} where it happens just now, or nobody knows when it happened
 * @param now when we were told, by our own clock
 */
record StatedAct(
        CustomerId customerId,
        TermsId termsId,
        EditionNumber edition,
        ContentDigest digest,
        @Nullable Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source,
        Instant now) {

    String aggregateId() {
        return AggregateIds.agreement(termsId, customerId);
    }

    /** Whether it was taken over from a record of the past. */
    boolean isTakenOver() {
        return source != null;
    }
}

package org.consentledger.events.agreement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Evidence;
import org.consentledger.events.Source;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * A customer was shown an edition and refused it (不同意). It differs from silence, and it changes no binding.
 *
 * @param digest of the text that was shown
 * @param expressedAt when the person acted; UTC, microseconds
 */
@StoredAs(name = "agreement.EditionRefused", revision = 1)
public record EditionRefused(
        CustomerId customerId,
        TermsId termsId,
        EditionNumber edition,
        ContentDigest digest,
        Instant expressedAt,
        Channel channel,
        Actor actor,
        @Nullable Evidence evidence,
        @Nullable Source source)
        implements AgreementAct {

    public EditionRefused {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

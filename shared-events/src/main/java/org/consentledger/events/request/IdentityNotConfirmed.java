package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * It could not be found that the one who asks is the customer. The check may be made again, or the request be declined.
 *
 * @param method by what it was tried
 */
@StoredAs(name = "request.IdentityNotConfirmed", revision = 1)
public record IdentityNotConfirmed(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String method,
        Instant expressedAt,
        Actor actor)
        implements RequestStep {

    public IdentityNotConfirmed {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

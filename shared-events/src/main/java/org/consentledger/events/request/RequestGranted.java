package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * The organisation granted a request for disclosure or correction. What is granted is not done by that.
 *
 * @param reason why
 */
@StoredAs(name = "request.RequestGranted", revision = 1)
public record RequestGranted(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String reason,
        Instant expressedAt,
        Actor actor)
        implements RequestStep {

    public RequestGranted {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

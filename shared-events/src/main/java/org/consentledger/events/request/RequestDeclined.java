package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * The organisation declined the request. A person refuses, a request is declined.
 *
 * @param reason why, as it is told to the customer (APPI article 36)
 */
@StoredAs(name = "request.RequestDeclined", revision = 1)
public record RequestDeclined(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String reason,
        Instant expressedAt,
        Actor actor)
        implements RequestStep {

    public RequestDeclined {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

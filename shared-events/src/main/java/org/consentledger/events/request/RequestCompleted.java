package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.StoredAs;

/** What was granted has been done, or the customer was told why it was declined; nothing is left to do. */
@StoredAs(name = "request.RequestCompleted", revision = 1)
public record RequestCompleted(CustomerId customerId, String requestId, Instant expressedAt, Actor actor)
        implements RequestStep {

    public RequestCompleted {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

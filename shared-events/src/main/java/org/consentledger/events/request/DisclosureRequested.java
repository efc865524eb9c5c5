package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * The customer asked for the disclosure (開示) of the data that are held about him; APPI article 33. Nothing is disclosed by it.
 *
 * @param details what exactly is asked for, in the words of the one who asks
 * @param expressedAt when the request arrived; UTC, microseconds
 */
@StoredAs(name = "request.DisclosureRequested", revision = 1)
public record DisclosureRequested(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String details,
        Instant expressedAt,
        Channel channel,
        Actor actor)
        implements RequestReceived {

    public DisclosureRequested {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

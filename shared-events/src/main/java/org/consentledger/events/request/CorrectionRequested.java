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
 * The customer asked for the correction (訂正) of data that are wrong; APPI article 34. It does not say that they are wrong.
 *
 * @param details what exactly is asked for, in the words of the one who asks
 * @param expressedAt when the request arrived; UTC, microseconds
 */
@StoredAs(name = "request.CorrectionRequested", revision = 1)
public record CorrectionRequested(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String details,
        Instant expressedAt,
        Channel channel,
        Actor actor)
        implements RequestReceived {

    public CorrectionRequested {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

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
 * The customer asked for the suspension of the use (利用の停止) of his data; APPI article 35. Nothing is suspended by it.
 *
 * @param details what exactly is asked for, in the words of the one who asks
 * @param expressedAt when the request arrived; UTC, microseconds
 */
@StoredAs(name = "request.SuspensionOfUseRequested", revision = 1)
public record SuspensionOfUseRequested(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String details,
        Instant expressedAt,
        Channel channel,
        Actor actor)
        implements RequestReceived {

    public SuspensionOfUseRequested {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * A suspension of use no longer holds: from then on the data are used again as far as the customer's standing permits.
 *
 * @param reason why, such as that the customer asked for it
 */
@StoredAs(name = "request.SuspensionOfUseLifted", revision = 1)
public record SuspensionOfUseLifted(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String reason,
        Instant expressedAt,
        Actor actor)
        implements RequestStep {

    public SuspensionOfUseLifted {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * The organisation granted a request for suspension of use (利用の停止): from then on, until it is lifted, the customer's
 * data are used for nothing but what the law requires (APPI article 35). No consent is withdrawn by it.
 *
 * @param reason why
 */
@StoredAs(name = "request.UseSuspended", revision = 1)
public record UseSuspended(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String reason,
        Instant expressedAt,
        Actor actor)
        implements RequestStep {

    public UseSuspended {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * The one who asks was found to be the customer (本人確認), or somebody who may act for him. It says nothing of the request.
 *
 * @param method by what it was found
 */
@StoredAs(name = "request.IdentityConfirmed", revision = 1)
public record IdentityConfirmed(
        CustomerId customerId,
        String requestId,
        @PersonalData @Nullable String method,
        Instant expressedAt,
        Actor actor)
        implements RequestStep {

    public IdentityConfirmed {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

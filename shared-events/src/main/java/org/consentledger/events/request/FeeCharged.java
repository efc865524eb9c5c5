package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.StoredAs;

/**
 * The fee (手数料) for the request is due. It is not paid by that; charged again, the last charge counts.
 *
 * @param amount in the smallest unit of the currency, such as yen or cents
 * @param currency ISO 4217
 */
@StoredAs(name = "request.FeeCharged", revision = 1)
public record FeeCharged(
        CustomerId customerId, String requestId, long amount, String currency, Instant expressedAt, Actor actor)
        implements RequestStep {

    public FeeCharged {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

package org.consentledger.events.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Actor;
import org.consentledger.events.CustomerId;
import org.consentledger.events.StoredAs;

/**
 * The fee (手数料) for the request was paid.
 *
 * @param amount in the smallest unit of the currency, such as yen or cents; 0 where none was due
 * @param currency ISO 4217
 */
@StoredAs(name = "request.FeePaid", revision = 1)
public record FeePaid(
        CustomerId customerId, String requestId, long amount, String currency, Instant expressedAt, Actor actor)
        implements RequestStep {

    public FeePaid {
        expressedAt = expressedAt.truncatedTo(ChronoUnit.MICROS);
    }
}

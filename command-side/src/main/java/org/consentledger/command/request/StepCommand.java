package org.consentledger.command.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.consentledger.events.Actor;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;

/** Record that a request went one step further, now. */
sealed interface StepCommand {
    Taken taken();

    /**
     * Which request, by whom and when.
     *
     * @param now by our own clock
     */
    record Taken(CustomerId customerId, String requestId, Actor actor, Instant now) {

        /** Never before the step before, whatever the clocks of several processes say. */
        Taken notBefore(Instant last) {
            var micros = now.truncatedTo(ChronoUnit.MICROS);
            return new Taken(customerId, requestId, actor, micros.isBefore(last) ? last : micros);
        }
    }

    @TargetAggregateIdentifier
    default String aggregateId() {
        return AggregateIds.requests(taken().customerId());
    }

    /** Record whether the one who asks was found to be the customer (本人確認). */
    record CheckIdentity(Taken taken, boolean confirmed, String method) implements StepCommand {}

    /** Record that the fee is due, or that it was paid; {@code amount} in the currency's smallest unit. */
    record RecordFee(Taken taken, boolean paid, long amount, String currency) implements StepCommand {}

    /** Record that the organisation granted or declined it. */
    record DecideRequest(Taken taken, boolean granted, String reason) implements StepCommand {}

    /** Record that nothing is left to do. */
    record CompleteRequest(Taken taken) implements StepCommand {}

    /** Record that the suspension of use that was granted does not hold any more. */
    record LiftSuspension(Taken taken, String reason) implements StepCommand {}
}

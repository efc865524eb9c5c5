package org.consentledger.query.requests;

import java.time.Instant;
import org.consentledger.events.Actor;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.RequestReceived;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request. All times UTC; what does not apply is null, and what could name a person is so after an erasure.
 *
 * @param step {@code RECEIVED}, {@code IDENTITY_CHECK}, {@code FEE}, {@code DECISION}, {@code COMPLETION} or
 *     {@code LIFTING}
 * @param said details of the request, method of the check, or reason of the decision or lifting
 * @param amount in the currency's smallest unit
 * @param expressedAt when it happened
 */
record StepItem(
        String step,
        @Nullable String outcome,
        @Nullable String said,
        @Nullable Long amount,
        @Nullable String currency,
        Instant expressedAt,
        Instant recordedAt,
        String recordId,
        long position,
        Actor actor,
        @Nullable String recordedBy) {

    static StepItem of(RecordedEvent recorded) {
        var event = (RequestEvent) recorded.payload();
        return switch (event) {
            case RequestReceived received -> of("RECEIVED", received.kind().name(), received.details(), recorded);
            case IdentityConfirmed confirmed -> of("IDENTITY_CHECK", "CONFIRMED", confirmed.method(), recorded);
            case IdentityNotConfirmed not -> of("IDENTITY_CHECK", "NOT_CONFIRMED", not.method(), recorded);
            case FeeCharged fee -> of("FEE", "CHARGED", null, fee.amount(), fee.currency(), recorded);
            case FeePaid fee -> of("FEE", "PAID", null, fee.amount(), fee.currency(), recorded);
            case RequestGranted granted -> of("DECISION", "GRANTED", granted.reason(), recorded);
            case UseSuspended granted -> of("DECISION", "GRANTED", granted.reason(), recorded);
            case RequestDeclined declined -> of("DECISION", "DECLINED", declined.reason(), recorded);
            case RequestCompleted _ -> of("COMPLETION", null, null, recorded);
            case SuspensionOfUseLifted lifted -> of("LIFTING", null, lifted.reason(), recorded);
        };
    }

    private static StepItem of(String step, @Nullable String outcome, @Nullable String said, RecordedEvent recorded) {
        return of(step, outcome, said, null, null, recorded);
    }

    private static StepItem of(
            String step,
            @Nullable String outcome,
            @Nullable String said,
            @Nullable Long amount,
            @Nullable String currency,
            RecordedEvent recorded) {
        var event = (RequestEvent) recorded.payload();
        return new StepItem(
                step,
                outcome,
                said,
                amount,
                currency,
                event.expressedAt(),
                recorded.recordedAt(),
                recorded.eventId(),
                recorded.position(),
                event.actor(),
                recorded.metaData().get("recordedBy"));
    }
}

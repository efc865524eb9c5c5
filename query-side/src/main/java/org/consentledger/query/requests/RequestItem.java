package org.consentledger.query.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.events.request.RequestKind;
import org.consentledger.events.request.RequestReceived;
import org.consentledger.events.request.RequestStep;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.requests.LegalPeriods;
import org.consentledger.requests.RequestState;
import org.consentledger.requests.RequestState.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * One request and where it stands.
 *
 * @param nextStep what the organisation is to do next; {@code null} where nothing is left to do
 * @param receivedAt when it arrived, UTC
 * @param dueOn the last day, in Japan, on which it is answered in time
 * @param overdue whether that day was over at the time of the answer and something was left to do
 * @param useSuspended whether by this request the use of the data was suspended then
 */
record RequestItem(
        String requestId,
        RequestKind kind,
        RequestState state,
        @Nullable NextStep nextStep,
        Instant receivedAt,
        LocalDate dueOn,
        boolean overdue,
        boolean useSuspended,
        List<StepItem> steps) {

    /**
     * @param events of one request, in ledger order
     * @param then at which it stood so
     */
    static RequestItem of(List<RecordedEvent> events, Instant then) {
        var received = (RequestReceived) events.getFirst().payload();
        var state = RequestState.RECEIVED;
        boolean suspended = false;
        for (var event : events) {
            if (event.payload() instanceof RequestStep step) {
                state = state.after(step);
                suspended = step instanceof UseSuspended || (suspended && !(step instanceof SuspensionOfUseLifted));
            }
        }
        var dueOn = LegalPeriods.answerDueOn(received.expressedAt());
        return new RequestItem(
                received.requestId(),
                received.kind(),
                state,
                state.next().orElse(null),
                received.expressedAt(),
                dueOn,
                state.next().isPresent() && LegalPeriods.day(then).isAfter(dueOn),
                suspended,
                events.stream().map(StepItem::of).toList());
    }

    /** The leaf with which the request began. */
    long began() {
        return steps.getFirst().position();
    }
}

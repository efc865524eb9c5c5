package org.consentledger.command.request;

import java.time.Instant;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.command.platform.Written;
import org.consentledger.events.CustomerId;
import org.consentledger.events.request.RequestEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * One step of a request, as recorded.
 *
 * @param expressedAt when it happened, UTC
 * @param recordedAt ledger time, UTC
 * @param position leaf index in the ledger
 * @param receipt tlog-proof text; {@code null} where receipts come later
 */
record RequestAnswer(
        String requestId,
        String recordId,
        String eventId,
        CustomerId customerId,
        Instant expressedAt,
        @Nullable Instant recordedAt,
        @Nullable Long position,
        @Nullable String receipt) {

    static ResponseEntity<RequestAnswer> created(Written written) {
        var last = written.last();
        var event = (RequestEvent) last.event();
        return WriteAnswers.answer(HttpStatus.CREATED, written)
                .body(new RequestAnswer(
                        event.requestId(),
                        last.eventId(),
                        last.eventId(),
                        event.customerId(),
                        event.expressedAt(),
                        last.recordedAt(),
                        last.position(),
                        last.receipt()));
    }
}

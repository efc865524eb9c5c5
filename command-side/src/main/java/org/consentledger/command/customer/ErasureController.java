package org.consentledger.command.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.customer.ErasureAnswers.ErasedAnswer;
import org.consentledger.command.customer.ErasureAnswers.ErasureAnswer;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.ErasureLimits;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.command.platform.RecordAnswer;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.events.CustomerId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes that a customer's personal data are to be erased, and that somebody else approves of it. */
@RestController
@Allowed(Scope.ERASE)
@RequestMapping(
        path = "/api/v1/customers/{customerId}/erasure",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class ErasureController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final ErasureLimits limits;
    private final InstantSource clock;

    ErasureController(Commands commands, Idempotency idempotency, ErasureLimits limits, InstantSource clock) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.limits = limits;
        this.clock = clock;
    }

    @Body
    record ErasureBody(
            @MultiLine @NotBlank @Size(max = 2000) String reason) {}

    @Body
    record ApprovalBody() {}

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<ErasureAnswer> request(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ErasureBody body) {
        var now = clock.instant();
        var written = commands.sendOnce(
                idempotency.claim(customerId, key, "POST erasure", body),
                () -> new RequestErasure(customerId, body.reason(), now));
        var record = RecordAnswer.of(written.last());
        return WriteAnswers.answer(HttpStatus.ACCEPTED, written)
                .body(new ErasureAnswer(record.recordId(), limits.inTheClear(customerId), record));
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/{erasureId}/approval")
    ResponseEntity<ErasedAnswer> approve(
            @PathVariable CustomerId customerId,
            @PathVariable String erasureId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ApprovalBody body) {
        var now = clock.instant();
        var written = commands.sendOnce(
                idempotency.claim(customerId, key, Idempotency.approvalOf(erasureId), body),
                () -> new ApproveErasure(customerId, erasureId, now));
        var record = RecordAnswer.of(written.last());
        return WriteAnswers.answer(HttpStatus.CREATED, written)
                .body(new ErasedAnswer(
                        erasureId, limits.finalBy(record.recordedAt()), limits.inTheClear(customerId), record));
    }
}

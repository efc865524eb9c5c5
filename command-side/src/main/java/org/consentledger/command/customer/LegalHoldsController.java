package org.consentledger.command.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
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

/** Takes that legal holds are placed on customers, and released. */
@RestController
@Allowed(Scope.HOLD)
@RequestMapping(
        path = "/api/v1/customers/{customerId}/legal-holds",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class LegalHoldsController {
    private final Commands commands;
    private final Idempotency idempotency;

    LegalHoldsController(Commands commands, Idempotency idempotency) {
        this.commands = commands;
        this.idempotency = idempotency;
    }

    @Body
    record HoldBody(
            @MultiLine @NotBlank @Size(max = 2000) String reason,
            @NotBlank @Size(max = 500) String matter) {}

    @Body
    record ReleaseBody(
            @MultiLine @NotBlank @Size(max = 2000) String reason) {}

    /** A hold with its record. */
    record HoldAnswer(String holdId, @JsonUnwrapped RecordAnswer record) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ResponseEntity<HoldAnswer> place(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody HoldBody body) {
        var written = commands.sendOnce(
                idempotency.claim(customerId, key, "POST legal-holds", body),
                () -> new PlaceLegalHold(customerId, body.reason(), body.matter()));
        var record = RecordAnswer.of(written.last());
        return WriteAnswers.answer(HttpStatus.CREATED, written).body(new HoldAnswer(record.recordId(), record));
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/{holdId}/release")
    ResponseEntity<HoldAnswer> release(
            @PathVariable CustomerId customerId,
            @PathVariable String holdId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ReleaseBody body) {
        var written = commands.sendOnce(
                idempotency.claim(customerId, key, "POST legal-holds/" + holdId + "/release", body),
                () -> new ReleaseLegalHold(customerId, holdId, body.reason()));
        return WriteAnswers.answer(HttpStatus.CREATED, written)
                .body(new HoldAnswer(holdId, RecordAnswer.of(written.last())));
    }
}

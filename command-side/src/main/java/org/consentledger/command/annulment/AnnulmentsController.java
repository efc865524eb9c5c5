package org.consentledger.command.annulment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Annulling;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.command.platform.RecordAnswer;
import org.consentledger.command.platform.StoredEvents;
import org.consentledger.events.CustomerId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes that a record was entered by mistake, and finds whose it is. */
@RestController
@Allowed(Scope.CONSENT_ANNUL)
class AnnulmentsController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final StoredEvents events;
    private final List<Annulling> slices;

    AnnulmentsController(Commands commands, Idempotency idempotency, StoredEvents events, List<Annulling> slices) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.events = events;
        this.slices = List.copyOf(slices);
    }

    @Body
    record AnnulmentBody(
            @NotBlank @Size(max = 200) String recordId,
            @MultiLine @NotBlank @Size(max = 2000) String reason) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/customers/{customerId}/annulments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordAnswer> annul(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody AnnulmentBody body) {
        return RecordAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST annulments", body), () -> command(customerId, body)));
    }

    /** Another customer's record is as unknown as one that does not exist. */
    private Object command(CustomerId customerId, AnnulmentBody body) {
        return events.payload(body.recordId())
                .map(event -> new Annulling.Asked(customerId, body.recordId(), event, body.reason()))
                .flatMap(asked -> slices.stream()
                        .flatMap(slice -> slice.command(asked).stream())
                        .findFirst())
                .orElseThrow(() -> new CommandRejected(Code.RECORD_UNKNOWN));
    }
}

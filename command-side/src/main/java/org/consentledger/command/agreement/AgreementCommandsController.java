package org.consentledger.command.agreement;

import java.time.InstantSource;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.ActingCaller;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.RecordAnswer;
import org.consentledger.events.CustomerId;
import org.consentledger.standing.CustomerFact.Outcome;
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

/** Takes what customers did with the editions that they were shown, and what they decided on purposes of use. */
@RestController
@RequestMapping(
        path = "/api/v1/customers/{customerId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class AgreementCommandsController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final Presentations presentations;
    private final InstantSource clock;

    AgreementCommandsController(
            Commands commands, Idempotency idempotency, Presentations presentations, InstantSource clock) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.presentations = presentations;
        this.clock = clock;
    }

    @Allowed({Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF})
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/acceptances")
    ResponseEntity<RecordAnswer> accept(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ActBody body) {
        ActingCaller.mayState(body.actor(), body.source());
        var now = clock.instant();
        return RecordAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST acceptances", body),
                () -> new AcceptEdition(
                        customerId, body.shown(presentations, now), body.act(now), body.decisionsAsGiven())));
    }

    @Allowed({Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF})
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/refusals")
    ResponseEntity<RecordAnswer> refuse(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ActBody body) {
        ActingCaller.mayState(body.actor(), body.source());
        body.refuseDecisions();
        var now = clock.instant();
        return RecordAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST refusals", body),
                () -> new RefuseEdition(customerId, body.shown(presentations, now), body.act(now))));
    }

    @Allowed({Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF, Scope.CONSENT_SELF})
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/consents")
    ResponseEntity<RecordAnswer> decide(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ConsentBody body) {
        ActingCaller.mayState(body.actor(), body.source());
        ActingCaller.mayDecide(body.decision() == Outcome.WITHDRAWN);
        var now = clock.instant();
        return RecordAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST consents", body), () -> body.command(customerId, now)));
    }
}

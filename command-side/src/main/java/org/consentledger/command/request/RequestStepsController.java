package org.consentledger.command.request;

import java.time.InstantSource;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.request.StepBodies.CompletionBody;
import org.consentledger.command.request.StepBodies.DecisionBody;
import org.consentledger.command.request.StepBodies.FeeBody;
import org.consentledger.command.request.StepBodies.IdentityCheckBody;
import org.consentledger.command.request.StepBodies.LiftingBody;
import org.consentledger.command.request.StepCommand.Taken;
import org.consentledger.events.Actor;
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

/** Takes what the organisation does about a request, step by step. */
@RestController
@Allowed(Scope.REQUEST_HANDLE)
@RequestMapping(
        path = "/api/v1/customers/{customerId}/requests/{requestId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class RequestStepsController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final InstantSource clock;

    RequestStepsController(Commands commands, Idempotency idempotency, InstantSource clock) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/identity-check")
    ResponseEntity<RequestAnswer> checkIdentity(
            @PathVariable CustomerId customerId,
            @PathVariable String requestId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody IdentityCheckBody body) {
        return take("identity-check", customerId, requestId, key, body);
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/fee")
    ResponseEntity<RequestAnswer> recordFee(
            @PathVariable CustomerId customerId,
            @PathVariable String requestId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody FeeBody body) {
        return take("fee", customerId, requestId, key, body);
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/decision")
    ResponseEntity<RequestAnswer> decide(
            @PathVariable CustomerId customerId,
            @PathVariable String requestId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody DecisionBody body) {
        return take("decision", customerId, requestId, key, body);
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/completion")
    ResponseEntity<RequestAnswer> complete(
            @PathVariable CustomerId customerId,
            @PathVariable String requestId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody CompletionBody body) {
        return take("completion", customerId, requestId, key, body);
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/lifting")
    ResponseEntity<RequestAnswer> lift(
            @PathVariable CustomerId customerId,
            @PathVariable String requestId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody LiftingBody body) {
        return take("lifting", customerId, requestId, key, body);
    }

    private ResponseEntity<RequestAnswer> take(
            String step, CustomerId customerId, String requestId, IdempotencyKey key, StepBodies body) {
        var stated = body.actor();
        var actor = stated == null ? new Actor(Actor.Kind.STAFF, null, null, null) : stated.asStated();
        var now = clock.instant();
        return RequestAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST requests/" + requestId + "/" + step, body),
                () -> body.command(new Taken(customerId, requestId, actor, now))));
    }
}

package org.consentledger.command.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.axonframework.common.IdentifierFactory;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.ActorBody;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.request.RequestKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what customers ask about their own data. */
@RestController
@Allowed(Scope.REQUEST_HANDLE)
class RequestsController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final InstantSource clock;

    RequestsController(Commands commands, Idempotency idempotency, InstantSource clock) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * The body of a request.
     *
     * @param details what exactly is asked for
     * @param expressedAt when it arrived; left out where it arrives just now
     * @param channel {@code OTHER} where the client does not tell
     * @param actor left out where it was the customer in person
     */
    @Body
    record CustomersRequest(
            @NotNull RequestKind kind,
            @MultiLine @Nullable @Size(min = 1, max = 4000) String details,
            @Nullable Instant expressedAt,
            @Nullable Channel channel,
            @Nullable @Valid ActorBody actor) {

        ReceiveRequest command(CustomerId customerId, String requestId, Instant now) {
            var way = Objects.requireNonNullElse(channel, Channel.OTHER);
            var who = actor == null ? Actor.self() : actor.actor();
            return new ReceiveRequest(
                    customerId, requestId, kind, details, StatedAct.of(expressedAt, way, who, null, null, now));
        }
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/customers/{customerId}/requests",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RequestAnswer> receive(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody CustomersRequest body) {
        var now = clock.instant();
        return RequestAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST requests", body),
                () -> body.command(customerId, IdentifierFactory.getInstance().generateIdentifier(), now)));
    }
}

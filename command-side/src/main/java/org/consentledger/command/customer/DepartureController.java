package org.consentledger.command.customer;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.ActingCaller;
import org.consentledger.command.platform.ActorBody;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.EvidenceBody;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.RecordAnswer;
import org.consentledger.command.platform.SourceBody;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
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

/** Takes that customers leave. */
@RestController
@Allowed({Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF})
class DepartureController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final InstantSource clock;

    DepartureController(Commands commands, Idempotency idempotency, InstantSource clock) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * The body of a departure.
     *
     * @param expressedAt when the person acted; left out where it happens just now
     * @param termsId left out to leave everything
     * @param channel {@code OTHER} where the client does not tell
     * @param actor left out where it was the customer in person
     */
    @Body
    record DepartureBody(
            @Nullable Instant expressedAt,
            @Nullable TermsId termsId,
            @Nullable Channel channel,
            @Nullable @Valid ActorBody actor,
            @Nullable @Valid EvidenceBody evidence,
            @Nullable @Valid SourceBody source) {

        DepartureBody expressed(Instant at) {
            return new DepartureBody(at, termsId, channel, actor, evidence, source);
        }

        LeaveService command(CustomerId customerId, Instant now) {
            var way = Objects.requireNonNullElse(channel, Channel.OTHER);
            var who = actor == null ? Actor.self() : actor.actor();
            return new LeaveService(customerId, termsId, StatedAct.of(expressedAt, way, who, evidence, source, now));
        }
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/customers/{customerId}/departure",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordAnswer> leave(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody DepartureBody body) {
        ActingCaller.mayState(body.actor(), body.source());
        var now = clock.instant();
        return RecordAnswer.created(commands.sendOnce(
                idempotency.claim(customerId, key, "POST departure", body), () -> body.command(customerId, now)));
    }
}

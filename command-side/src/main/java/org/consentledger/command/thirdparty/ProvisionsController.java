package org.consentledger.command.thirdparty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.Idempotency;
import org.consentledger.command.platform.IdempotencyKey;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.command.platform.Written;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.requests.LegalPeriods;
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

/** Takes that data were provided to third parties. */
@RestController
@Allowed(Scope.REQUEST_HANDLE)
class ProvisionsController {
    private final Commands commands;
    private final Idempotency idempotency;
    private final InstantSource clock;

    ProvisionsController(Commands commands, Idempotency idempotency, InstantSource clock) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * The body of a provision.
     *
     * @param dataItems what was provided: the names of the items, never their values
     * @param termsId left out where the purpose alone tells the terms
     */
    @Body
    record ProvisionBody(
            @NotBlank @Size(max = 500) String recipient,
            @NotNull @Size(min = 1, max = 200) List<@NotBlank @Size(max = 200) String> dataItems,
            @NotNull PurposeId purposeId,
            @NotNull Instant providedAt,
            @Nullable TermsId termsId) {

        RecordProvision command(CustomerId customerId, Instant now) {
            var at = StatedAct.of(providedAt, Channel.OTHER, Actor.self(), null, null, now)
                    .expressedByNow(now);
            return new RecordProvision(customerId, termsId, purposeId, recipient, dataItems, at);
        }
    }

    /**
     * A provision, as recorded. All times UTC.
     *
     * @param permitted whether the data might be used so then, as far as was known
     * @param consent the record that it rests on; {@code null} where it rests on none
     * @param keptThrough the last day, in Japan, on which this record is kept
     */
    record ProvisionAnswer(
            String recordId,
            String eventId,
            CustomerId customerId,
            TermsId termsId,
            PurposeId purposeId,
            Instant providedAt,
            boolean permitted,
            @Nullable String consent,
            @Nullable LocalDate keptThrough,
            @Nullable Instant recordedAt,
            @Nullable Long position,
            @Nullable String receipt) {

        static ProvisionAnswer of(Written written) {
            var last = written.last();
            var event = (PersonalDataProvided) last.event();
            return new ProvisionAnswer(
                    last.eventId(),
                    last.eventId(),
                    event.customerId(),
                    event.termsId(),
                    event.purposeId(),
                    event.providedAt(),
                    event.permitted(),
                    event.consent(),
                    last.recordedAt() == null ? null : LegalPeriods.provisionKeptThrough(last.recordedAt()),
                    last.recordedAt(),
                    last.position(),
                    last.receipt());
        }
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/customers/{customerId}/provisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProvisionAnswer> record(
            @PathVariable CustomerId customerId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody ProvisionBody body) {
        var now = clock.instant();
        var written = commands.sendOnce(
                idempotency.claim(customerId, key, "POST provisions", body), () -> body.command(customerId, now));
        return WriteAnswers.answer(HttpStatus.CREATED, written).body(ProvisionAnswer.of(written));
    }
}

package org.consentledger.command.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Evidence;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.PurposeDecision;
import org.jspecify.annotations.Nullable;

/**
 * The body of an acceptance and of a refusal.
 *
 * @param presentation token of what the page showed; in its place {@code termsId}, {@code edition} and {@code digest}
 * @param expressedAt when the person acted; left out where it happens just now
 */
@Body
record ActBody(
        @Nullable @Size(max = 4096) String presentation,
        @Nullable TermsId termsId,
        @Nullable EditionNumber edition,
        @Nullable ContentDigest digest,
        @Nullable Instant expressedAt,
        @NotNull Channel channel,
        @NotNull @Valid ActorBody actor,
        @Nullable @Valid EvidenceBody evidence,
        @Nullable Map<PurposeId, Decision> decisions,
        @Nullable @Valid SourceBody source) {

    record ActorBody(
            @NotNull Actor.Kind kind,
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Size(min = 1, max = 500) String authority,
            @MultiLine @Nullable @Size(min = 1, max = 2000) String reason) {}

    record EvidenceBody(
            @Nullable @Size(max = 64) String ipAddress,
            @Nullable @Size(max = 1000) String userAgent,
            @MultiLine @Nullable @Size(max = 4000) String note) {}

    record SourceBody(
            @NotNull Source.Kind kind,
            @NotBlank @Size(max = 200) String reference,
            @NotNull DatePrecision datePrecision) {}

    /** What is stated, as the rules take it. */
    StatedAct actOf(CustomerId customerId, Instant now) {
        if (presentation != null) {
            throw new CommandRejected(Code.PRESENTATION_INVALID);
        }
        return new StatedAct(
                customerId,
                given("/termsId", termsId),
                given("/edition", edition),
                given("/digest", digest),
                expressedAtAsGiven(),
                channel,
                actorAsGiven(),
                evidence == null ? null : new Evidence(evidence.ipAddress(), evidence.userAgent(), evidence.note()),
                source == null ? null : new Source(source.kind(), source.reference(), source.datePrecision()),
                now);
    }

    /** The same with what a record of the past may leave to the terms. */
    ActBody completed(@Nullable Instant expressedAtInTerms, @Nullable ContentDigest digestOfEdition) {
        return new ActBody(
                presentation,
                termsId,
                edition,
                digest == null ? digestOfEdition : digest,
                expressedAtInTerms == null ? expressedAt : expressedAtInTerms,
                channel,
                actor,
                evidence,
                decisions,
                source);
    }

    List<PurposeDecision> decisionsAsGiven() {
        return decisions == null
                ? List.of()
                : decisions.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new PurposeDecision(
                                entry.getKey(), given("/decisions/" + entry.getKey(), entry.getValue())))
                        .toList();
    }

    /** Where one was refused, nothing was decided. */
    void refuseDecisions() {
        if (!decisionsAsGiven().isEmpty()) {
            throw new Malformed("/decisions", Fault.NO_DECISIONS_HERE);
        }
    }

    /** Who acted for somebody else says why. */
    private Actor actorAsGiven() {
        if (actor.kind() == Actor.Kind.STAFF
                && (actor.reason() == null || actor.reason().isBlank())) {
            throw new Malformed("/actor/reason", Fault.REASON_MISSING);
        }
        return new Actor(actor.kind(), actor.name(), actor.authority(), actor.reason());
    }

    /** A record of the past tells when it happened, unless nobody knows. */
    private @Nullable Instant expressedAtAsGiven() {
        return source == null || source.datePrecision() == DatePrecision.UNKNOWN
                ? expressedAt
                : given("/expressedAt", expressedAt);
    }

    static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw new Malformed(pointer, Fault.MISSING);
        }
        return value;
    }
}

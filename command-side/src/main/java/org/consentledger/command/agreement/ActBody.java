package org.consentledger.command.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.command.platform.ActorBody;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.EvidenceBody;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.SourceBody;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
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
        @Nullable @Size(max = Presentations.LONGEST_TOKEN) String presentation,
        @Nullable TermsId termsId,
        @Nullable EditionNumber edition,
        @Nullable ContentDigest digest,
        @Nullable Instant expressedAt,
        @NotNull Channel channel,
        @NotNull @Valid ActorBody actor,
        @Nullable @Valid EvidenceBody evidence,
        @Nullable Map<PurposeId, Decision> decisions,
        @Nullable @Valid SourceBody source) {

    ActBody withDigest(ContentDigest other) {
        return new ActBody(
                presentation, termsId, edition, other, expressedAt, channel, actor, evidence, decisions, source);
    }

    /** What the person had before his eyes, as the client states it. */
    ShownEdition shown() {
        return new ShownEdition(given("/termsId", termsId), given("/edition", edition), given("/digest", digest));
    }

    /** What the person had before his eyes, as the client states it or a presentation proves it. */
    ShownEdition shown(Presentations presentations, Instant now) {
        if (presentation == null) {
            return shown();
        }
        if (Stream.of(termsId, edition, digest).anyMatch(stated -> stated != null)) {
            throw new Malformed("/presentation", Fault.SHOWN_TWICE);
        }
        return presentations.shown(presentation, now);
    }

    StatedAct act(Instant now) {
        return StatedAct.of(expressedAt, channel, actor.actor(), evidence, source, now);
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

    static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw new Malformed(pointer, Fault.MISSING);
        }
        return value;
    }
}

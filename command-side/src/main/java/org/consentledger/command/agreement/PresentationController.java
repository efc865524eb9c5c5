package org.consentledger.command.agreement;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.PublishedEdition;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.StoredEvents;
import org.consentledger.command.platform.TermsAsRecorded;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.PurposeOfUse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands out editions to be shown, each with a token that proves what was shown. Nothing is recorded. */
@RestController
@Allowed(Scope.CONSENT_WRITE)
class PresentationController {
    private final RecordedTerms ledger;
    private final StoredEvents events;
    private final Presentations presentations;
    private final InstantSource clock;

    PresentationController(
            RecordedTerms ledger, StoredEvents events, Presentations presentations, InstantSource clock) {
        this.ledger = ledger;
        this.events = events;
        this.presentations = presentations;
        this.clock = clock;
    }

    /** What should be shown; the edition in force where nothing is said. */
    @Body
    record PresentationBody(@Nullable EditionNumber edition) {}

    /**
     * What to show.
     *
     * @param text exactly as published
     * @param decisionRequired whether an acceptance must decide on each voluntary purpose
     * @param expiresAt from then on the token is taken no more, UTC
     */
    record PresentationAnswer(
            String token,
            TermsId termsId,
            EditionNumber edition,
            ContentDigest digest,
            String label,
            String text,
            List<PurposeOfUse> purposes,
            boolean decisionRequired,
            Instant shownAt,
            Instant expiresAt) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/terms/{termsId}/presentations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    PresentationAnswer present(
            @PathVariable TermsId termsId, @RequestBody(required = false) @Nullable PresentationBody body) {
        var shownAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var terms = ledger.of(termsId);
        var edition = edition(terms, body == null ? null : body.edition(), shownAt);
        var content = events.publication(edition).content();
        var presentation = presentations.of(termsId, edition, shownAt);
        return new PresentationAnswer(
                presentation.token(),
                termsId,
                edition.number(),
                edition.digest(),
                content.label(),
                content.text(),
                content.purposes(),
                terms.chosen().decisionRequired(),
                shownAt,
                presentation.expiresAt());
    }

    private static PublishedEdition edition(TermsAsRecorded terms, @Nullable EditionNumber asked, Instant now) {
        terms.chosen();
        return asked != null
                ? terms.edition(asked)
                : terms.inForceAt(now)
                        .orElseThrow(() -> new CommandRejected(Code.NO_EDITION_IN_FORCE, terms.termsId()));
    }
}

package org.consentledger.command.terms;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.Texts;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.command.platform.Written;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the publisher does with terms and their editions. */
@RestController
@RequestMapping("/api/v1/terms")
class TermsCommandsController {
    private static final Texts WARNINGS = new Texts(TermsCommandsController.class, "warnings");

    private final Commands commands;
    private final InstantSource clock;

    TermsCommandsController(Commands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Nothing needs to be said to publish: the draft says it all. */
    @Body
    record PublicationBody() {}

    record TermsAnswer(
            TermsId termsId, String title, String provider, ZoneId timeZone, String language, Policies policies) {}

    record WarningAnswer(Warning.Code code, @Nullable String path, String message) {}

    record DraftAnswer(
            EditionNumber number, ContentDigest digest, Instant effectiveFrom, List<WarningAnswer> warnings) {}

    record NoticeAnswer(
            TermsId termsId,
            EditionNumber edition,
            Channel channel,
            Instant postedAt,
            @Nullable String url,
            @Nullable ContentDigest digest,
            String eventId,
            @Nullable Instant recordedAt,
            @Nullable Long position) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ResponseEntity<TermsAnswer> register(@RequestBody RegisterBody body) {
        var command = body.command();
        return WriteAnswers.answer(HttpStatus.CREATED, commands.send(command))
                .location(URI.create("/api/v1/terms/" + command.termsId()))
                .body(new TermsAnswer(
                        command.termsId(),
                        command.title(),
                        command.provider(),
                        command.timeZone(),
                        command.language(),
                        command.policies()));
    }

    @PutMapping("/{termsId}/editions/{number}")
    ResponseEntity<DraftAnswer> draft(
            @PathVariable TermsId termsId,
            @PathVariable EditionNumber number,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestBody DraftBody body) {
        var written = commands.send(new DraftEdition(termsId, number, body.content(), clock.instant()));
        return edition(HttpStatus.OK, written, languages);
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/{termsId}/editions/{number}/notices")
    ResponseEntity<NoticeAnswer> announce(
            @PathVariable TermsId termsId, @PathVariable EditionNumber number, @RequestBody NoticeBody body) {
        var written = commands.send(body.command(termsId, number, clock.instant()));
        return WriteAnswers.answer(HttpStatus.CREATED, written).body(notice(written));
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/{termsId}/editions/{number}/publication")
    ResponseEntity<DraftAnswer> publish(
            @PathVariable TermsId termsId,
            @PathVariable EditionNumber number,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestBody(required = false) @Nullable PublicationBody body) {
        var written = commands.send(new PublishEdition(termsId, number, clock.instant()));
        return edition(HttpStatus.CREATED, written, languages);
    }

    private static ResponseEntity<DraftAnswer> edition(HttpStatus status, Written written, @Nullable String languages) {
        var language = Texts.language(languages);
        var edition = written.result(EditionAnswer.class);
        var warnings = edition.warnings().stream()
                .map(warning -> answer(language, warning))
                .toList();
        return WriteAnswers.answer(status, written)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(new DraftAnswer(edition.edition(), edition.digest(), edition.effectiveFrom(), warnings));
    }

    private static WarningAnswer answer(Locale language, Warning warning) {
        var message = WARNINGS.say(
                language,
                warning.code().name(),
                warning.arguments().stream().map(Object::toString).toArray());
        return new WarningAnswer(warning.code(), warning.path(), message);
    }

    private static NoticeAnswer notice(Written written) {
        var notice = written.result(NoticeOfChangePosted.class);
        var event = written.last();
        return new NoticeAnswer(
                notice.termsId(),
                notice.edition(),
                notice.channel(),
                notice.postedAt(),
                notice.url(),
                notice.digest(),
                event.eventId(),
                event.recordedAt(),
                event.position());
    }
}

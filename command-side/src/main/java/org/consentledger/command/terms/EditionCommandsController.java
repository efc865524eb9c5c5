package org.consentledger.command.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.command.terms.EditionAnswers.Edition;
import org.consentledger.command.terms.EditionAnswers.Notice;
import org.consentledger.command.terms.EditionAnswers.Withdrawn;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the publisher does with an edition: drafts it, announces it, publishes it, withdraws it. */
@RestController
@RequestMapping(
        path = "/api/v1/terms/{termsId}/editions/{number}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class EditionCommandsController {
    private final Commands commands;
    private final InstantSource clock;

    EditionCommandsController(Commands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Nothing needs to be said to publish: the draft says it all. */
    @Body
    record PublicationBody() {}

    /** The body that withdraws an edition. */
    @Body
    record WithdrawalBody(
            @MultiLine @NotBlank @Size(max = 2000) String reason) {}

    @Allowed(Scope.TERMS_DRAFT)
    @PutMapping
    ResponseEntity<Edition> draft(
            @PathVariable TermsId termsId,
            @PathVariable EditionNumber number,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestBody DraftBody body) {
        var written = commands.send(new DraftEdition(termsId, number, body.content(), clock.instant()));
        return EditionAnswers.edition(HttpStatus.OK, written, languages);
    }

    /** A notice that says what one before it says is recorded no second time; the answer is that of the first. */
    @Allowed(Scope.TERMS_PUBLISH)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/notices")
    ResponseEntity<Notice> announce(
            @PathVariable TermsId termsId, @PathVariable EditionNumber number, @RequestBody NoticeBody body) {
        var written = commands.send(body.command(termsId, number, clock.instant()));
        return EditionAnswers.notice(written);
    }

    @Allowed(Scope.TERMS_PUBLISH)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/publication")
    ResponseEntity<Edition> publish(
            @PathVariable TermsId termsId,
            @PathVariable EditionNumber number,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestBody(required = false) @Nullable PublicationBody body) {
        var written = commands.send(new PublishEdition(termsId, number, clock.instant()));
        return EditionAnswers.edition(HttpStatus.CREATED, written, languages);
    }

    @Allowed(Scope.TERMS_PUBLISH)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/withdrawal")
    ResponseEntity<Withdrawn> withdraw(
            @PathVariable TermsId termsId, @PathVariable EditionNumber number, @RequestBody WithdrawalBody body) {
        return EditionAnswers.withdrawn(
                commands.send(new WithdrawEdition(termsId, number, body.reason(), clock.instant())));
    }
}

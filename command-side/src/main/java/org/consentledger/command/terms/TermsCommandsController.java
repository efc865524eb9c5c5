package org.consentledger.command.terms;

import java.net.URI;
import java.time.ZoneId;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Policies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the terms documents that providers register. */
@RestController
@Allowed(Scope.TERMS_DRAFT)
@RequestMapping(
        path = "/api/v1/terms",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class TermsCommandsController {
    private final Commands commands;

    TermsCommandsController(Commands commands) {
        this.commands = commands;
    }

    record TermsAnswer(
            TermsId termsId, String title, String provider, ZoneId timeZone, String language, Policies policies) {}

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
}

package org.consentledger.query.replay;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.QuestionBody;
import org.consentledger.query.platform.Times;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers a standing from the ledger itself, for disputes. It records nothing. */
@RestController
@Allowed(Scope.REPLAY)
class ReplayController {
    private final Times times;
    private final LedgerClock ledgerClock;
    private final Replay replay;
    private final AccessLog accessLog;

    ReplayController(Times times, LedgerClock ledgerClock, Replay replay, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.times = times;
        this.ledgerClock = ledgerClock;
        this.replay = replay;
    }

    /** What is asked, as clients write it; {@code at} and {@code knownAt} default to now. */
    record Asked(
            String customerId,
            String termsId,
            @Nullable String at,
            @Nullable String knownAt) {}

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @PostMapping(path = "/api/v1/replays", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayAnswer> replay(
            InputStream body,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage)
            throws IOException {
        var asked = QuestionBody.read(body, "customerId", "termsId", "at", "knownAt");
        var customer = asked.member("customerId", Identifiers::customer);
        var terms = asked.member("termsId", Identifiers::terms);
        var known = asked.within(() -> ledgerClock.known(asked.text("knownAt"), ledgerPosition));
        var at = asked.within(() -> times.at(asked.text("at"), known));
        var words = new Because(Texts.language(acceptLanguage));
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.REPLAY, customer, terms));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(replay.besideProjection(customer, terms, at, known, words.in(replay.zone(terms))));
    }
}

package org.consentledger.query.standing;

import java.time.Instant;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Times;
import org.consentledger.standing.Standing;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers where a customer stands with terms: at an instant, or for each part of a civil day. */
@RestController
@Allowed({Scope.STANDING_READ, Scope.CONSENT_SELF})
class StandingController {
    private final Times times;
    private final LedgerClock ledgerClock;
    private final FindFacts findFacts;
    private final AccessLog accessLog;

    StandingController(Times times, LedgerClock ledgerClock, FindFacts findFacts, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.times = times;
        this.ledgerClock = ledgerClock;
        this.findFacts = findFacts;
    }

    @GetMapping(path = "/api/v1/customers/{customerId}/standing", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> standing(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String termsId,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var terms = Identifiers.terms("query:termsId", termsId);
        var words = new Because(Texts.language(acceptLanguage));
        var day = AskedDay.of(on, at, limit, cursor);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var looked = LookedAt.customer(QuestionAsked.STANDING, customer, terms);
        if (day == null) {
            var then = times.at(at, known);
            return accessLog.recordBeside(
                    accessReason, looked, () -> answer(words, ofInstant(customer, terms, then, known, words)));
        }
        return accessLog.recordBeside(
                accessReason, looked, () -> answer(words, ofDay(customer, terms, day, known, words)));
    }

    private OfInstant ofInstant(CustomerId customer, TermsId terms, Instant at, KnownLeaves known, Because words) {
        var facts = findFacts.amongFirst(known.size(), terms, customer);
        var zone = findFacts.zone(facts, terms);
        var standing = Standing.of(facts.terms(), facts.customer(), at);
        return OfInstant.of(customer, terms, at, known.knownAt(), known.size(), standing, words.in(zone));
    }

    private DayAnswer ofDay(CustomerId customer, TermsId terms, AskedDay asked, KnownLeaves known, Because words) {
        var facts = findFacts.amongFirst(known.size(), terms, customer);
        var zone = findFacts.zone(facts, terms);
        var parts = asked.page(PartsOfDay.of(facts, asked, zone, times.now(known)), known.size());
        return DayAnswer.of(customer, terms, asked.day(), known, parts, words.in(zone));
    }

    private static <T> ResponseEntity<T> answer(Because words, T body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}

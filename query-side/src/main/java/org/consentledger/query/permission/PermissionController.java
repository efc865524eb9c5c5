package org.consentledger.query.permission;

import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.permission.PermissionAnswer.Question;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Times;
import org.consentledger.standing.Permission;
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

/** Answers whether a customer's data may be used for a purpose. */
@RestController
@Allowed({Scope.STANDING_READ, Scope.CONSENT_SELF})
class PermissionController {
    private final Times times;
    private final LedgerClock ledgerClock;
    private final FindFacts findFacts;
    private final AccessLog accessLog;

    PermissionController(Times times, LedgerClock ledgerClock, FindFacts findFacts, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.times = times;
        this.ledgerClock = ledgerClock;
        this.findFacts = findFacts;
    }

    @GetMapping(
            path = "/api/v1/customers/{customerId}/permissions/{purposeId}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PermissionAnswer> permission(
            @PathVariable String customerId,
            @PathVariable String purposeId,
            @RequestParam(required = false) @Nullable String termsId,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var purpose = Identifiers.purpose("path:purposeId", purposeId);
        var terms = Identifiers.terms("query:termsId", termsId);
        var words = new Because(Texts.language(acceptLanguage));
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var question = new Question(customer, terms, purpose, times.at(at, known));
        return accessLog.recordBeside(
                accessReason,
                LookedAt.customer(QuestionAsked.PERMISSION, customer, terms, purpose),
                () -> answer(words, asked(question, known, words)));
    }

    private PermissionAnswer asked(Question question, KnownLeaves known, Because words) {
        var facts = findFacts.amongFirst(known.size(), question.terms(), question.customer());
        var zone = findFacts.zone(facts, question.terms());
        if (!Permission.isStated(facts.terms(), question.purpose())
                && !Permission.isStated(
                        findFacts
                                .knownNow(question.terms(), question.customer())
                                .terms(),
                        question.purpose())) {
            throw new QuestionRejected(Code.PURPOSE_UNKNOWN, question.purpose(), question.terms());
        }
        var permission = Permission.of(facts.terms(), facts.customer(), question.purpose(), question.at());
        return PermissionAnswer.of(question, known, permission, words.in(zone));
    }

    private static <T> ResponseEntity<T> answer(Because words, T body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}

package org.consentledger.query.history;

import static org.consentledger.query.about.HistoryOrder.OLDEST_FIRST;

import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.about.HistoryOrder;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Times;
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

/** Answers what is on record about a customer, about one terms document or any, and how that changed an answer. */
@RestController
@Allowed(Scope.HISTORY_READ)
class HistoryController {
    private final LedgerClock ledgerClock;
    private final Times times;
    private final FindHistory findHistory;
    private final FindFacts findFacts;
    private final AccessLog accessLog;

    HistoryController(
            LedgerClock ledgerClock, Times times, FindHistory findHistory, FindFacts findFacts, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.ledgerClock = ledgerClock;
        this.times = times;
        this.findHistory = findHistory;
        this.findFacts = findFacts;
    }

    @GetMapping(path = "/api/v1/customers/{customerId}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HistoryAnswer> history(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String termsId,
            @RequestParam(required = false) @Nullable String explain,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        var customer = Identifiers.customer("path:customerId", customerId);
        boolean explained = Identifiers.isTrue("query:explain", explain);
        if (at != null && !explained) {
            throw new Malformed("query:at", Fault.ONLY_TOGETHER_WITH, "explain=true");
        }
        var terms = termsId == null && !explained ? null : Identifiers.terms("query:termsId", termsId);
        var asked = Page.Asked.of(limit, cursor);
        var ordered = order == null ? OLDEST_FIRST : Identifiers.oneOf("query:order", order, HistoryOrder.class);
        long after = asked.afterNumber(ordered.beforeAll());
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var words = new Because(Texts.language(acceptLanguage));
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.HISTORY, customer, terms));
        var explanation = terms == null || !explained ? null : explanation(customer, terms, at, known, words);
        if (terms != null && !explained) {
            findFacts.zone(known.size(), terms); // says that there are no such terms
        }
        var page = findHistory.page(customer, terms, asked, ordered, after, known.size());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new HistoryAnswer(page, explanation));
    }

    private Explanation explanation(
            CustomerId customer, TermsId terms, @Nullable String at, KnownLeaves known, Because words) {
        var facts = findFacts.amongFirst(known.size(), terms, customer);
        return Explanation.of(facts, times.at(at, known), words.in(findFacts.zone(facts, terms)));
    }
}

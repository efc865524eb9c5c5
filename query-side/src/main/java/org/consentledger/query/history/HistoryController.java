package org.consentledger.query.history;

import org.consentledger.events.TermsId;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.facts.RecordedFact;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what is on record about a customer, about one terms document or any. */
@RestController
class HistoryController {
    private static final long BEFORE_THE_FIRST_LEAF = -1;

    private final LedgerClock ledgerClock;
    private final FindHistory findHistory;
    private final FindFacts findFacts;

    HistoryController(LedgerClock ledgerClock, FindHistory findHistory, FindFacts findFacts) {
        this.ledgerClock = ledgerClock;
        this.findHistory = findHistory;
        this.findFacts = findFacts;
    }

    @GetMapping(path = "/api/v1/customers/{customerId}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<RecordedFact>> history(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String termsId,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var customer = Identifiers.customer("path:customerId", customerId);
        TermsId terms = termsId == null ? null : Identifiers.terms("query:termsId", termsId);
        var asked = Page.Asked.of(limit, cursor);
        long after = asked.afterNumber(BEFORE_THE_FIRST_LEAF);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        if (terms != null) {
            findFacts.zone(findFacts.amongFirst(known.size(), terms, customer), terms, customer);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(findHistory.page(customer, terms, asked, after, known.size()));
    }
}

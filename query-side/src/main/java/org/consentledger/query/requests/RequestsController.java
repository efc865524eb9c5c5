package org.consentledger.query.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.about.FindAbout;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of a customer's requests, the oldest first, as it stood at {@code knownAt}. */
@RestController
@Allowed(Scope.REQUEST_HANDLE)
class RequestsController {
    private static final long BEFORE_THE_FIRST_LEAF = -1;

    private final LedgerClock ledgerClock;
    private final Times times;
    private final FindAbout findAbout;
    private final AccessLog accessLog;

    RequestsController(LedgerClock ledgerClock, Times times, FindAbout findAbout, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.ledgerClock = ledgerClock;
        this.times = times;
        this.findAbout = findAbout;
    }

    @GetMapping(path = "/api/v1/customers/{customerId}/requests", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<RequestItem>> requests(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var asked = Page.Asked.of(limit, cursor);
        long after = asked.afterNumber(BEFORE_THE_FIRST_LEAF);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.REQUESTS, customer));
        var then = knownAt == null ? times.now(known) : known.time();
        var items = byRequest(findAbout.ofRequests(customer, after, known.size(), asked.limit() + 1)).stream()
                .map(events -> RequestItem.of(events, then))
                .toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Page.of(items, asked, item -> Long.toString(item.began()), known.size()));
    }

    /** In the order in which the requests began. */
    private static List<List<RecordedEvent>> byRequest(List<RecordedEvent> events) {
        return List.copyOf(events.stream()
                .collect(Collectors.groupingBy(
                        event -> ((RequestEvent) event.payload()).requestId(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }
}

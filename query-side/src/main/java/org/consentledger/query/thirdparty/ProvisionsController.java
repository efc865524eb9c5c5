package org.consentledger.query.thirdparty;

import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Page;
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

/** The register of provisions of a customer's data to third parties, the oldest first, as it stood at {@code knownAt}. */
@RestController
@Allowed(Scope.REQUEST_HANDLE)
class ProvisionsController {
    private static final long BEFORE_THE_FIRST_LEAF = -1;

    private final LedgerClock ledgerClock;
    private final FindProvisions findProvisions;
    private final AccessLog accessLog;

    ProvisionsController(LedgerClock ledgerClock, FindProvisions findProvisions, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.ledgerClock = ledgerClock;
        this.findProvisions = findProvisions;
    }

    @GetMapping(path = "/api/v1/customers/{customerId}/provisions", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<ProvisionItem>> provisions(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var asked = Page.Asked.of(limit, cursor);
        long after = asked.afterNumber(BEFORE_THE_FIRST_LEAF);
        var words = new Because(Texts.language(acceptLanguage));
        long size = ledgerClock.known(knownAt, ledgerPosition).size();
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.PROVISIONS, customer));
        var items = findProvisions.find(customer, asked, after, size, words);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Page.of(items, asked, item -> Long.toString(item.position()), size));
    }
}

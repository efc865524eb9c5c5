package org.consentledger.query.disclosure;

import java.nio.charset.StandardCharsets;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.HtmlPage;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the content of a disclosure: as JSON, or as a page to be read, printed and handed over. Nobody may keep it. */
@RestController
@Allowed(Scope.REQUEST_HANDLE)
@RequestMapping("/api/v1/customers/{customerId}/requests/{requestId}/disclosure")
class DisclosureController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final LedgerClock ledgerClock;
    private final FindDisclosure findDisclosure;
    private final AccessLog accessLog;

    DisclosureController(LedgerClock ledgerClock, FindDisclosure findDisclosure, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.ledgerClock = ledgerClock;
        this.findDisclosure = findDisclosure;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Disclosure> disclosure(
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        var words = new Because(Texts.language(acceptLanguage));
        return answer(words).body(found(customerId, requestId, ledgerPosition, accessReason, words));
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        var words = new Because(Texts.language(acceptLanguage));
        var found = found(customerId, requestId, ledgerPosition, accessReason, words);
        return answer(words)
                .contentType(HTML)
                .header(HtmlPage.CSP_HEADER, HtmlPage.CONTENT_SECURITY_POLICY)
                .body(DisclosurePage.of(found, words.language()));
    }

    private Disclosure found(
            String customerId,
            String requestId,
            @Nullable String ledgerPosition,
            @Nullable String accessReason,
            Because words) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var request = Identifiers.event("path:requestId", requestId).toString();
        var known = ledgerClock.known(null, ledgerPosition);
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.DISCLOSURE, customer, request));
        return findDisclosure.find(customer, request, known, words);
    }

    private static ResponseEntity.BodyBuilder answer(Because words) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}

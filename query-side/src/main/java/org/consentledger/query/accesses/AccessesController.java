package org.consentledger.query.accesses;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.SealedTexts;
import org.consentledger.query.platform.Identifiers;
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

/** Answers who looked, the oldest first: at one customer's data, or at lists of customers. */
@RestController
@Allowed({Scope.REQUEST_HANDLE, Scope.HISTORY_READ})
class AccessesController {
    private static final long BEFORE_THE_FIRST = 0;

    private final AccessRecords records;
    private final AccessLog accessLog;
    private final SealedTexts reasons;

    AccessesController(AccessRecords records, AccessLog accessLog, DataKeys dataKeys) {
        this.records = records;
        this.accessLog = accessLog;
        this.reasons = AccessLog.reasons(dataKeys);
    }

    /** A part of the log; it is not derived from the ledger, and so names no size of it. */
    record Accesses(List<AccessItem> items, @Nullable String next) {}

    /** This look, too, is recorded; the next answer shows it. */
    @GetMapping(path = "/api/v1/customers/{customerId}/accesses", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accesses> accesses(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var asked = Page.Asked.of(limit, cursor);
        var found = records.ofCustomer(customer, asked.afterNumber(BEFORE_THE_FIRST), asked.limit() + 1);
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.ACCESSES, customer));
        return answer(found, asked, reasons::open);
    }

    /** Looks at lists name no customer, and so belong to none. */
    @GetMapping(path = "/api/v1/accesses", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accesses> accessesToLists(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var asked = Page.Asked.of(limit, cursor);
        return answer(
                records.ofLists(asked.afterNumber(BEFORE_THE_FIRST), asked.limit() + 1),
                asked,
                UnaryOperator.identity());
    }

    private static ResponseEntity<Accesses> answer(
            List<AccessRecord> found, Page.Asked asked, UnaryOperator<List<Optional<String>>> opening) {
        var page = Page.of(found, asked, access -> Long.toString(access.number()), 0);
        var opened =
                opening.apply(page.items().stream().map(AccessRecord::reason).toList());
        var items = IntStream.range(0, opened.size())
                .mapToObj(i -> AccessItem.of(page.items().get(i), opened.get(i)))
                .toList();
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(new Accesses(items, page.next()));
    }
}

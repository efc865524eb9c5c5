package org.consentledger.query.customers;

import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds customers by the beginning of their identifiers; by nothing else, since nothing else is kept in the clear. */
@RestController
@Allowed(Scope.STANDING_READ)
class CustomersController {
    private final LedgerClock ledgerClock;
    private final Snapshots snapshots;
    private final Customers customers;
    private final AccessLog accessLog;

    CustomersController(LedgerClock ledgerClock, Snapshots snapshots, Customers customers, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.ledgerClock = ledgerClock;
        this.snapshots = snapshots;
        this.customers = customers;
    }

    @GetMapping(path = "/api/v1/customers", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<Customers.Item>> customers(
            @RequestParam(required = false) @Nullable String prefix,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var beginning = Identifiers.customer("query:prefix", prefix).value();
        var asked = Page.Asked.of(limit, cursor);
        long size = ledgerClock.known(null, ledgerPosition).size();
        accessLog.record(accessReason, LookedAt.list(QuestionAsked.CUSTOMERS, beginning));
        var found =
                snapshots.whenIncluded(CustomersProjection.NAME, size, () -> customers.find(beginning, asked, size));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Page.of(found, asked, item -> item.customerId().value(), size));
    }
}

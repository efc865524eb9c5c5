package org.consentledger.query.erasures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.erasures.Erasures.Found;
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

/** The register of erasures, of whomever or of one customer, so that who approves finds what waits. Opened while it is answered. */
@RestController
@Allowed(Scope.ERASE)
class ErasuresController {
    private static final long BEFORE_THE_FIRST_LEAF = -1;

    /** An erasure has two events, and the ledger opens so many at once. */
    private static final int MOST_ERASURES = 250;

    private final Erasures erasures;
    private final Snapshots snapshots;
    private final LedgerClock ledgerClock;
    private final LedgerReader ledger;
    private final AccessLog accessLog;

    ErasuresController(
            Erasures erasures, Snapshots snapshots, LedgerClock ledgerClock, LedgerReader ledger, AccessLog accessLog) {
        this.erasures = erasures;
        this.snapshots = snapshots;
        this.ledgerClock = ledgerClock;
        this.ledger = ledger;
        this.accessLog = accessLog;
    }

    @GetMapping(path = "/api/v1/erasures", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<ErasureItem>> erasures(
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var customer = customerId == null ? null : Identifiers.customer("query:customerId", customerId);
        var wanted = state == null ? null : Identifiers.oneOf("query:state", state, ErasureState.class);
        var part = Page.Asked.of(limit, cursor);
        long after = part.afterNumber(BEFORE_THE_FIRST_LEAF);
        var asked = new Page.Asked(Math.min(part.limit(), MOST_ERASURES), part.after());
        long size = ledgerClock.known(knownAt, ledgerPosition).size();
        accessLog.record(
                accessReason,
                customer == null
                        ? LookedAt.list(QuestionAsked.ERASURES, wanted)
                        : LookedAt.customer(QuestionAsked.ERASURES, customer, wanted));
        var found = snapshots.whenIncluded(
                ErasureProjection.NAME, size, () -> erasures.find(customer, wanted, after, size, asked.limit() + 1));
        var page = Page.of(found, asked, erasure -> Long.toString(erasure.requested()), size);
        if (customer == null) {
            accessLog.record(accessReason, customers(page.items()));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Page<>(opened(page.items()), page.next(), size));
    }

    /** The list opens why customers are to be erased: so it is a look at each of them as well. */
    private static List<LookedAt> customers(List<Found> found) {
        return found.stream()
                .map(Found::customerId)
                .distinct()
                .map(customer -> LookedAt.customer(QuestionAsked.ERASURES, customer))
                .toList();
    }

    private List<ErasureItem> opened(List<Found> found) {
        var positions = new ArrayList<Long>();
        found.forEach(erasure -> positions.add(erasure.requested()));
        found.stream().map(Found::approved).filter(Objects::nonNull).forEach(positions::add);
        var events = ledger.opened(positions).stream()
                .collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        return found.stream().map(erasure -> ErasureItem.of(erasure, events)).toList();
    }
}

package org.consentledger.query.holds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.holds.LegalHolds.Found;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of a customer's legal holds, opened while it is answered. */
@RestController
@Allowed({Scope.HOLD, Scope.ERASE})
class LegalHoldsController {
    private static final long BEFORE_THE_FIRST_LEAF = -1;

    /** A hold has two events, and the ledger opens so many at once. */
    private static final int MOST_HOLDS = 250;

    private final LegalHolds holds;
    private final Snapshots snapshots;
    private final LedgerClock ledgerClock;
    private final LedgerReader ledger;
    private final AccessLog accessLog;

    LegalHoldsController(
            LegalHolds holds, Snapshots snapshots, LedgerClock ledgerClock, LedgerReader ledger, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.holds = holds;
        this.snapshots = snapshots;
        this.ledgerClock = ledgerClock;
        this.ledger = ledger;
    }

    @GetMapping(path = "/api/v1/customers/{customerId}/legal-holds", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<HoldItem>> holds(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var wanted = Page.Asked.of(limit, cursor);
        long after = wanted.afterNumber(BEFORE_THE_FIRST_LEAF);
        var asked = new Page.Asked(Math.min(wanted.limit(), MOST_HOLDS), wanted.after());
        long size = ledgerClock.known(knownAt, ledgerPosition).size();
        accessLog.record(accessReason, LookedAt.customer(QuestionAsked.LEGAL_HOLDS, customer));
        var found = snapshots.whenIncludedOf(
                LegalHoldProjection.NAME, customer, size, () -> holds.find(customer, after, size, asked.limit() + 1));
        var page = Page.of(found, asked, hold -> Long.toString(hold.placed()), size);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Page<>(read(page.items()), page.next(), size));
    }

    private List<HoldItem> read(List<Found> found) {
        var positions = new ArrayList<Long>();
        for (var hold : found) {
            positions.add(hold.placed());
            if (hold.released() != null) {
                positions.add(hold.released());
            }
        }
        Map<Long, RecordedEvent> events = new HashMap<>();
        ledger.opened(positions).forEach(event -> events.put(event.position(), event));
        return found.stream()
                .map(hold -> HoldItem.of(
                        Objects.requireNonNull(events.get(hold.placed())),
                        hold.released() == null ? null : events.get(hold.released())))
                .toList();
    }
}

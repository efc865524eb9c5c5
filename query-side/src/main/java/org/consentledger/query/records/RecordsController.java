package org.consentledger.query.records;

import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.QuestionRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers one record of a customer by its id. */
@RestController
@Allowed(Scope.HISTORY_READ)
class RecordsController {
    private final LedgerClock ledgerClock;
    private final FindRecord findRecord;
    private final AccessLog accessLog;

    RecordsController(LedgerClock ledgerClock, FindRecord findRecord, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.ledgerClock = ledgerClock;
        this.findRecord = findRecord;
    }

    @GetMapping(path = "/api/v1/records/{recordId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordAnswer> record(
            @PathVariable String recordId,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var id = Identifiers.event("path:recordId", recordId);
        ledgerClock.known(null, ledgerPosition);
        var found = findRecord.find(id).orElseThrow(() -> new QuestionRejected(Code.RECORD_UNKNOWN, id));
        accessLog.record(
                accessReason,
                LookedAt.customer(QuestionAsked.RECORD, found.fact().customerId(), id));
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(found);
    }
}

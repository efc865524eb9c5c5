package org.consentledger.query.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.coverage.FindCoverage.Asked;
import org.consentledger.query.coverage.FindCoverage.Coverage;
import org.consentledger.query.coverage.FindCoverage.Item;
import org.consentledger.query.platform.AnswerBrokenOff;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.QuestionRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how far an edition has come, and who the customers behind each number are; both as of now. */
@RestController
@RequestMapping("/api/v1/terms/{termsId}/editions/{number}")
class CoverageController {
    /** Each list in full holds a connection for as long as its client reads. */
    private static final int FULL_LISTS = 2;

    private final LedgerClock ledgerClock;
    private final FindCoverage findCoverage;
    private final AccessLog accessLog;
    private final Semaphore fullLists = new Semaphore(FULL_LISTS);

    CoverageController(LedgerClock ledgerClock, FindCoverage findCoverage, AccessLog accessLog) {
        this.ledgerClock = ledgerClock;
        this.findCoverage = findCoverage;
        this.accessLog = accessLog;
    }

    @Allowed({Scope.STANDING_READ, Scope.TERMS_DRAFT, Scope.TERMS_PUBLISH})
    @GetMapping(path = "/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
    Coverage coverage(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        return findCoverage.count(asked(termsId, number), ledgerClock.known(null, ledgerPosition));
    }

    @Allowed(Scope.STANDING_READ)
    @GetMapping(path = "/customers", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Item> customers(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var asked = asked(termsId, number);
        var wanted = state(state);
        var part = Page.Asked.of(limit, cursor);
        var known = ledgerClock.known(null, ledgerPosition);
        accessLog.record(accessReason, list(asked, wanted));
        return findCoverage.page(asked, wanted, part, known);
    }

    /** All of them, of any number. */
    @Allowed(Scope.STANDING_READ)
    @GetMapping(path = "/customers", produces = CustomersCsv.MEDIA_TYPE)
    void customersAsCsv(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String state,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            HttpServletResponse response) {
        var asked = asked(termsId, number);
        var wanted = state(state);
        var known = ledgerClock.known(null, ledgerPosition);
        accessLog.record(accessReason, list(asked, wanted));
        if (!fullLists.tryAcquire()) {
            throw new QuestionRejected(Code.TOO_MANY_LISTS, FULL_LISTS);
        }
        try {
            list(asked, wanted, known, response);
        } finally {
            fullLists.release();
        }
    }

    /** One look, at the list: whoever is on it. */
    private static LookedAt list(Asked asked, @Nullable CoverageState state) {
        return LookedAt.list(QuestionAsked.CUSTOMERS_OF_EDITION, asked.termsId(), asked.number(), state);
    }

    private void list(Asked asked, @Nullable CoverageState state, KnownLeaves known, HttpServletResponse response) {
        var csv = new CustomersCsv(response, asked);
        try {
            findCoverage.each(asked, state, known, csv::begin, csv::line);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new AnswerBrokenOff(e);
            }
            response.reset();
            throw e;
        }
    }

    private static Asked asked(String termsId, String number) {
        return new Asked(Identifiers.terms("path:termsId", termsId), Identifiers.edition("path:number", number));
    }

    private static @Nullable CoverageState state(@Nullable String state) {
        return state == null ? null : Identifiers.oneOf("query:state", state, CoverageState.class);
    }
}

package org.consentledger.query.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
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
    private final Semaphore fullLists = new Semaphore(FULL_LISTS);

    CoverageController(LedgerClock ledgerClock, FindCoverage findCoverage) {
        this.ledgerClock = ledgerClock;
        this.findCoverage = findCoverage;
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
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var asked = asked(termsId, number);
        return findCoverage.page(
                asked, state(state), Page.Asked.of(limit, cursor), ledgerClock.known(null, ledgerPosition));
    }

    /** All of them, of any number. */
    @Allowed(Scope.STANDING_READ)
    @GetMapping(path = "/customers", produces = CustomersCsv.MEDIA_TYPE)
    void customersAsCsv(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String state,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            HttpServletResponse response) {
        var asked = asked(termsId, number);
        var wanted = state(state);
        var known = ledgerClock.known(null, ledgerPosition);
        if (!fullLists.tryAcquire()) {
            throw new QuestionRejected(Code.TOO_MANY_LISTS, FULL_LISTS);
        }
        try {
            list(asked, wanted, known, response);
        } finally {
            fullLists.release();
        }
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

package org.consentledger.query.standing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.QuestionBody;
import org.consentledger.query.platform.Times;
import org.consentledger.standing.Standing;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers many standings at once, all as known when the ledger held the same leaves. It records nothing. */
@RestController
@Allowed(Scope.STANDING_READ)
class StandingQueriesController {
    private static final int MOST = 1_000;

    private final Times times;
    private final LedgerClock ledgerClock;
    private final FindFacts findFacts;
    private final AccessLog accessLog;

    StandingQueriesController(Times times, LedgerClock ledgerClock, FindFacts findFacts, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.times = times;
        this.ledgerClock = ledgerClock;
        this.findFacts = findFacts;
    }

    /** What is asked, as clients write it; {@code knownAt} defaults to now. */
    record Asked(List<AskedOne> queries, @Nullable String knownAt) {}

    /** One question; {@code at} defaults to now. */
    record AskedOne(
            String customerId, String termsId, @Nullable String at) {}

    private record Query(CustomerId customer, TermsId terms, Instant at) {}

    /** The standings in the order of the questions. */
    record Answers(List<OfInstant> items, long ledgerSize) {}

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @PostMapping(path = "/api/v1/standing-queries", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answers> standings(
            InputStream body,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage)
            throws IOException {
        var asked =
                QuestionBody.readWithItems(body, "queries", MOST, List.of("customerId", "termsId", "at"), "knownAt");
        var known = asked.within(() -> ledgerClock.known(asked.text("knownAt"), ledgerPosition));
        var queries = asked.items().stream().map(item -> query(item, known)).toList();
        var words = new Because(Texts.language(acceptLanguage));
        accessLog.record(
                accessReason,
                queries.stream()
                        .map(query -> LookedAt.customer(QuestionAsked.STANDING, query.customer(), query.terms()))
                        .distinct()
                        .toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Answers(answers(queries, known, words), known.size()));
    }

    private Query query(QuestionBody item, KnownLeaves known) {
        return new Query(
                item.member("customerId", Identifiers::customer),
                item.member("termsId", Identifiers::terms),
                item.within(() -> times.at(item.text("at"), known)));
    }

    private List<OfInstant> answers(List<Query> queries, KnownLeaves known, Because because) {
        var answers = new ArrayList<OfInstant>();
        for (var query : queries) {
            var facts = findFacts.amongFirst(known.size(), query.terms(), query.customer());
            var words = because.in(findFacts.zone(facts, query.terms()));
            answers.add(OfInstant.of(
                    query.customer(),
                    query.terms(),
                    query.at(),
                    known.knownAt(),
                    known.size(),
                    Standing.of(facts.terms(), facts.customer(), query.at()),
                    words));
        }
        return answers;
    }
}

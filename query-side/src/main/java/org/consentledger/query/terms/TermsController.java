package org.consentledger.query.terms;

import java.util.function.Supplier;
import org.consentledger.access.AllowedToEveryClient;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Snapshots;
import org.consentledger.query.platform.Times;
import org.consentledger.query.terms.TermsAnswers.Document;
import org.consentledger.query.terms.TermsAnswers.EditionItem;
import org.consentledger.query.terms.TermsAnswers.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers of terms and editions, and which edition was in force. */
@RestController
@AllowedToEveryClient
@RequestMapping("/api/v1/terms")
class TermsController {
    private final TermsRegister register;
    private final EditionRegister editions;
    private final Snapshots snapshots;
    private final LedgerClock ledgerClock;
    private final Times times;

    TermsController(
            TermsRegister register,
            EditionRegister editions,
            Snapshots snapshots,
            LedgerClock ledgerClock,
            Times times) {
        this.register = register;
        this.editions = editions;
        this.snapshots = snapshots;
        this.ledgerClock = ledgerClock;
        this.times = times;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Document> documents(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var page = Page.Asked.of(limit, cursor);
        long size = ledgerClock.known(null, ledgerPosition).size();
        var found = whenIncluded(size, () -> register.documents(page, size));
        return Page.of(found, page, document -> document.termsId().value(), size);
    }

    @GetMapping(path = "/{termsId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Document document(
            @PathVariable String termsId,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        long size = ledgerClock.known(null, ledgerPosition).size();
        return whenIncluded(size, () -> known(terms, size));
    }

    @GetMapping(path = "/{termsId}/editions", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<EditionItem> editions(
            @PathVariable String termsId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var page = Page.Asked.of(limit, cursor);
        int after = number(page.after());
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var instant = times.at(at, known);
        var found = whenIncluded(known.size(), () -> {
            known(terms, known.size());
            var inForce = editions.inForce(terms, instant, known.size()).map(EditionRow::number);
            return editions.editions(terms, page, after, known.size()).stream()
                    .map(row -> EditionItem.of(row, EditionState.of(row, instant, inForce)))
                    .toList();
        });
        return Page.of(found, page, edition -> edition.number().toString(), known.size());
    }

    @GetMapping(path = "/{termsId}/in-force", produces = MediaType.APPLICATION_JSON_VALUE)
    InForce inForce(
            @PathVariable String termsId,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var instant = times.at(at, known);
        var row = whenIncluded(known.size(), () -> {
            known(terms, known.size());
            return editions.inForce(terms, instant, known.size());
        });
        return row.map(edition -> new InForce(
                        edition.number(),
                        edition.content().label(),
                        edition.effectiveFrom(),
                        edition.digest(),
                        instant,
                        known.knownAt(),
                        known.size()))
                .orElseThrow(() -> new QuestionRejected(Code.NO_EDITION_IN_FORCE, terms, instant));
    }

    private <T> T whenIncluded(long size, Supplier<T> question) {
        return snapshots.whenIncludedOfNobody(TermsProjection.NAME, size, question);
    }

    private Document known(TermsId terms, long size) {
        return register.document(terms, size).orElseThrow(() -> new QuestionRejected(Code.TERMS_UNKNOWN, terms));
    }

    private static int number(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return new EditionNumber(Integer.parseInt(cursor)).value();
        } catch (IllegalArgumentException _) {
            throw new Malformed("query:cursor", Fault.NOT_A_CURSOR);
        }
    }
}

package org.consentledger.query.terms;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
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
import org.consentledger.query.terms.TermsAnswers.Edition;
import org.consentledger.query.terms.TermsAnswers.EditionItem;
import org.consentledger.query.terms.TermsAnswers.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers of terms and editions, and which edition was in force. */
@RestController
@RequestMapping("/api/v1/terms")
class TermsController {
    private static final MediaType PLAIN_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

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
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var page = Page.Asked.of(limit, cursor);
        int after = number(page.after());
        long size = ledgerClock.known(null, ledgerPosition).size();
        var found = whenIncluded(size, () -> {
            known(terms, size);
            return editions.editions(terms, page, after, size);
        });
        return Page.of(
                found.stream().map(EditionItem::of).toList(),
                page,
                edition -> edition.number().toString(),
                size);
    }

    @GetMapping(path = "/{termsId}/editions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    Edition edition(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var edition = Identifiers.edition("path:number", number);
        long size = ledgerClock.known(null, ledgerPosition).size();
        return whenIncluded(
                size,
                () -> Edition.of(
                        known(terms, edition, size),
                        register.notices(terms, edition, size),
                        register.withdrawal(terms, edition, size).orElse(null),
                        size));
    }

    /** The exact bytes of which the edition's digest was taken. */
    @GetMapping(path = "/{termsId}/editions/{number}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> text(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var edition = Identifiers.edition("path:number", number);
        long size = ledgerClock.known(null, ledgerPosition).size();
        var row = whenIncluded(size, () -> known(terms, edition, size));
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .header("Ledger-Size", Long.toString(size))
                .varyBy(HttpHeaders.ACCEPT)
                .body(row.content().text().getBytes(StandardCharsets.UTF_8));
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
        return snapshots.whenIncluded(TermsProjection.NAME, size, question);
    }

    private Document known(TermsId terms, long size) {
        return register.document(terms, size).orElseThrow(() -> new QuestionRejected(Code.TERMS_UNKNOWN, terms));
    }

    private EditionRow known(TermsId terms, EditionNumber edition, long size) {
        known(terms, size);
        return editions.edition(terms, edition, size)
                .orElseThrow(() -> new QuestionRejected(Code.EDITION_UNKNOWN, terms, edition.toString()));
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

package org.consentledger.query.terms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.consentledger.access.AllowedToEveryClient;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.HtmlPage;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Times;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One edition: with its structure, as its exact bytes, and as a page. */
@RestController
@AllowedToEveryClient
@RequestMapping("/api/v1/terms/{termsId}/editions/{number}")
class EditionController {
    private static final MediaType PLAIN_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final FindEdition find;
    private final LedgerClock ledgerClock;
    private final Times times;

    EditionController(FindEdition find, LedgerClock ledgerClock, Times times) {
        this.find = find;
        this.ledgerClock = ledgerClock;
        this.times = times;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EditionAnswer> edition(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var edition = Identifiers.edition("path:number", number);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var instant = times.at(at, known);
        var language = Texts.language(languages);
        var answer = EditionAnswer.of(find.whole(terms, edition, instant, known), instant, known, language);
        return inLanguage(language).body(answer);
    }

    /** The exact bytes of which the edition's digest was taken; the digest is their entity tag. */
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> text(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        TermsId terms = Identifiers.terms("path:termsId", termsId);
        EditionNumber edition = Identifiers.edition("path:number", number);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var row = find.row(terms, edition, known);
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .header("Ledger-Size", Long.toString(known.size()))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noCache())
                .eTag(row.digest().value())
                .varyBy(HttpHeaders.ACCEPT)
                .body(row.content().text().getBytes(StandardCharsets.UTF_8));
    }

    /** To be read and printed. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String termsId,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition) {
        var terms = Identifiers.terms("path:termsId", termsId);
        var edition = Identifiers.edition("path:number", number);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var language = Texts.language(languages);
        var found = find.whole(terms, edition, times.at(at, known), known);
        return inLanguage(language)
                .contentType(HTML)
                .header("Ledger-Size", Long.toString(known.size()))
                .header(HtmlPage.CSP_HEADER, HtmlPage.CONTENT_SECURITY_POLICY)
                .body(EditionPage.of(found, language));
    }

    private static ResponseEntity.BodyBuilder inLanguage(Locale language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
    }
}

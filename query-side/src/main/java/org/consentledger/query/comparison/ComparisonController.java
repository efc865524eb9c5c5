package org.consentledger.query.comparison;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.consentledger.access.AllowedToEveryClient;
import org.consentledger.query.platform.HtmlPage;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The comparison table (新旧対照表) of two editions, in the form that the client likes best. */
@RestController
@AllowedToEveryClient
class ComparisonController {
    private final FindComparison find;
    private final LedgerClock ledgerClock;
    private final JsonMapper json;

    ComparisonController(FindComparison find, LedgerClock ledgerClock, JsonMapper json) {
        this.find = find;
        this.ledgerClock = ledgerClock;
        this.json = json;
    }

    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = TableAnswer.class)),
                @Content(mediaType = Format.HTML_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = Format.DOCX_TYPE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = Format.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping(
            path = "/api/v1/terms/{termsId}/comparisons/{old}/{new}",
            produces = {Format.JSON_TYPE, Format.HTML_TYPE, Format.DOCX_TYPE, Format.XLSX_TYPE})
    ResponseEntity<byte[]> compare(
            @PathVariable String termsId,
            @PathVariable("old") String older,
            @PathVariable("new") String newer,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader HttpHeaders headers)
            throws HttpMediaTypeNotAcceptableException {
        var terms = Identifiers.terms("path:termsId", termsId);
        var from = Identifiers.edition("path:old", older);
        var to = Identifiers.edition("path:new", newer);
        var format = Format.preferred(headers.getAccept())
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(Format.types()));
        long size = ledgerClock.known(knownAt, ledgerPosition).size();
        var wording = new Wording(Texts.language(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
        return answer(find.of(terms, from, to, size), format, wording, size);
    }

    private ResponseEntity<byte[]> answer(Comparison comparison, Format format, Wording wording, long size) {
        byte[] table = switch (format) {
            case JSON -> json.writeValueAsBytes(TableAnswer.of(comparison));
            case HTML -> HtmlTable.of(comparison, wording);
            case DOCX -> WordTable.of(comparison, wording);
            case XLSX -> SpreadsheetTable.of(comparison, wording);
        };
        return ResponseEntity.ok()
                .contentType(format.type())
                .headers(headers -> describe(headers, comparison, format, wording))
                .header("Ledger-Size", Long.toString(size))
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(DigestUtils.md5DigestAsHex(table))
                .body(table);
    }

    private static void describe(HttpHeaders headers, Comparison comparison, Format format, Wording wording) {
        switch (format) {
            case JSON -> {}
            case HTML -> {
                headers.setContentLanguage(wording.language());
                headers.set("Content-Security-Policy", HtmlPage.CONTENT_SECURITY_POLICY);
                headers.set("X-Content-Type-Options", "nosniff");
            }
            case DOCX, XLSX -> {
                headers.setContentLanguage(wording.language());
                headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(comparison.fileName() + "." + format.extension())
                        .build());
            }
        }
    }
}

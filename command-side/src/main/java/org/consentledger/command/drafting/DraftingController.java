package org.consentledger.command.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.StoredEvents;
import org.consentledger.comparison.printed.AppliedTable;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.provisions.Structure;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Turns what authors bring into the text of a draft, which they look at and then draft an edition with. */
@RestController
@Allowed(Scope.TERMS_DRAFT)
class DraftingController {
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;

    private final RecordedTerms terms;
    private final StoredEvents events;

    DraftingController(RecordedTerms terms, StoredEvents events) {
        this.terms = terms;
        this.events = events;
    }

    @PostMapping(
            path = "/api/v1/terms/texts",
            consumes = {Brought.PLAIN, Brought.MARKDOWN, Brought.DOCX},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftingAnswers.Text> text(
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            InputStream body)
            throws IOException {
        var drafted = DraftedText.of(Brought.of(type, body));
        checkLength(drafted.text());
        return answer(languages).body(DraftingAnswers.text(drafted, Texts.language(languages)));
    }

    @PostMapping(
            path = "/api/v1/terms/{termsId}/editions/{number}/tables",
            consumes = {Brought.HTML, Brought.PLAIN, Brought.SEPARATED, Brought.DOCX},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftingAnswers.Table> table(
            @PathVariable TermsId termsId,
            @PathVariable EditionNumber number,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            InputStream body)
            throws IOException {
        var old =
                events.publication(terms.of(termsId).edition(number)).content().text();
        var document = TableDocument.of(Brought.of(type, body));
        var applied = AppliedTable.of(document.table(), Structure.of(old));
        checkLength(applied.text());
        return answer(languages).body(DraftingAnswers.table(applied, document.leftOut(), Texts.language(languages)));
    }

    private static void checkLength(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            throw new CommandRejected(Code.TOO_LARGE, LONGEST_TEXT);
        }
    }

    private static ResponseEntity.BodyBuilder answer(@Nullable String languages) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, Texts.language(languages).toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}

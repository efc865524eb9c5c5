package org.consentledger.query.dossier;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.dossier.DossierFiles;
import org.consentledger.dossier.Question;
import org.consentledger.dossier.Sources;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.query.accesses.AccessLog;
import org.consentledger.query.accesses.LookedAt;
import org.consentledger.query.accesses.QuestionAsked;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out the dossier (証跡) of one customer, one terms document and one time: one archive. It opens
 * personal data and signs, so only a process that has the ledger's keys serves it.
 */
@RestController
@Allowed(Scope.DOSSIER_READ)
@ConditionalOnProperty("ledger.keys-directory")
class DossierController {
    private static final String ZIP = "application/zip";

    private final Times times;
    private final LedgerClock ledgerClock;
    private final DossierSources sources;
    private final KeyDirectory signingKeys;
    private final AccessLog accessLog;

    DossierController(
            Times times,
            LedgerClock ledgerClock,
            DossierSources sources,
            KeyDirectory signingKeys,
            AccessLog accessLog) {
        this.accessLog = accessLog;
        this.times = times;
        this.ledgerClock = ledgerClock;
        this.sources = sources;
        this.signingKeys = signingKeys;
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/api/v1/customers/{customerId}/dossier", produces = ZIP)
    ResponseEntity<byte[]> dossier(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String termsId,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String knownAt,
            @Parameter(
                            description =
                                    "Whether the customer's data keys are handed over too, where the contents are disputed.")
                    @RequestParam(required = false)
                    @Nullable
                    String keys,
            @RequestHeader(name = KnownLeaves.HEADER, required = false) @Nullable String ledgerPosition,
            @RequestHeader(name = AccessLog.REASON, required = false) @Nullable String accessReason) {
        var customer = Identifiers.customer("path:customerId", customerId);
        var terms = Identifiers.terms("query:termsId", termsId);
        var known = ledgerClock.known(knownAt, ledgerPosition);
        var question = new Question(customer, terms, times.at(at, known), known.knownAt(), known.size());
        var withKeys = Identifiers.isTrue("query:keys", keys);
        accessLog.record(accessReason, LookedAt.customer(asked(withKeys), customer, terms));
        var files = signed(sources.of(question, withKeys));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dossier-" + terms + "-" + known.size() + ".zip")
                                .build()
                                .toString())
                .body(DossierFiles.zip(files));
    }

    private static QuestionAsked asked(boolean withKeys) {
        return withKeys ? QuestionAsked.DOSSIER_WITH_KEYS : QuestionAsked.DOSSIER;
    }

    private Map<String, byte[]> signed(Sources gathered) {
        try {
            return DossierFiles.signed(gathered, signingKeys.key(null));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's key cannot be read", e);
        }
    }
}

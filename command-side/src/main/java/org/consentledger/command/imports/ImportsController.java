package org.consentledger.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.consentledger.access.Allowed;
import org.consentledger.access.Caller;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes files with records of the past. */
@RestController
@Allowed(Scope.IMPORT)
@ConditionalOnWebApplication
@RequestMapping("/api/v1/imports")
class ImportsController {
    private final ImportJobs jobs;

    ImportsController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Takes the rows in and has them imported, or says what an import would do.
     *
     * @return 202 with the place where the progress is told; for a preview 200 with its report
     */
    @PostMapping(
            consumes = {"text/csv", "application/x-ndjson"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportAnswer> take(
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            @RequestParam(defaultValue = "false") boolean preview,
            InputStream rows)
            throws IOException {
        var format = formatOf(type);
        var language = Texts.language(acceptLanguage);
        if (preview) {
            return ResponseEntity.ok(jobs.preview(format, language, rows));
        }
        var job = jobs.take(format, language, caller().subject(), rows);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.importId()))
                .body(job.answer());
    }

    @GetMapping(path = "/{importId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportAnswer progress(@PathVariable UUID importId) throws IOException {
        return jobs.job(importId).answer();
    }

    /** The rows that were rejected, once the import has ended; a row stands there as it was sent. */
    @GetMapping("/{importId}/rejects")
    ResponseEntity<Resource> rejects(@PathVariable UUID importId) throws IOException {
        var job = jobs.ended(importId);
        var file = job.directory().files(job.format()).rejects();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(job.format().mediaType()), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.getFileName().toString())
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    /** Forgets the rejects and the report of an import that has ended; what it recorded stays. */
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{importId}")
    void delete(@PathVariable UUID importId) throws IOException {
        jobs.delete(importId);
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(() -> new CommandRejected(Code.FORBIDDEN));
    }

    private static RowFormat formatOf(MediaType type) {
        if (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset())) {
            throw new CommandRejected(Code.UNSUPPORTED_MEDIA_TYPE);
        }
        return type.getSubtype().toLowerCase(Locale.ROOT).equals("csv") ? RowFormat.CSV : RowFormat.JSON_LINES;
    }
}

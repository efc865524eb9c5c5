package org.consentledger.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The imports over HTTP, one after the other. What was taken in survives every crash: the next start goes on with it.
 * They belong to this process; another one that serves the same ledger does not know them.
 */
@Component
@ConditionalOnWebApplication
class ImportJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private final FileImports imports;
    private final JobsDirectory directory;
    private final long mostBytes;
    private final Map<UUID, ImportJob> jobs = new ConcurrentHashMap<>();
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").factory());
    private volatile boolean stopping;

    ImportJobs(
            FileImports imports,
            @Value("${ledger.imports.directory:imports}") Path directory,
            @Value("${ledger.imports.max-bytes:2147483648}") long mostBytes) {
        this.imports = imports;
        this.directory = new JobsDirectory(directory);
        this.mostBytes = mostBytes;
    }

    /** Takes up again what an earlier process left. */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() throws IOException {
        if (!directory.exists()) {
            return;
        }
        if (!directory.isOurs()) {
            LOG.warn("{} is another process's: this one takes no imports", directory.path());
            return;
        }
        try (var all = Files.newDirectoryStream(directory.path(), Files::isDirectory)) {
            for (var path : all) {
                var found = new JobDirectory(path);
                if (found.isUnfinished()) {
                    found.delete();
                } else if (found.report().isEmpty()) {
                    LOG.info("import {} goes on", found.importId());
                    start(found);
                }
            }
        }
    }

    /**
     * Puts the rows on the disk and has them imported.
     *
     * @param recordedBy who asks for it
     * @throws CommandRejected where they are too many, or begin with something that is none of the format
     */
    ImportJob take(RowFormat format, Locale language, String recordedBy, InputStream rows) throws IOException {
        var unfinished = JobDirectory.unfinished(directory.ours(), UUID.randomUUID());
        try {
            long bytes = Upload.write(rows, unfinished.files(format).source(), mostBytes);
            imports.check(unfinished.files(format).source(), format);
            return start(
                    unfinished.finish(new JobDirectory.Order(format, language.toLanguageTag(), bytes, recordedBy)));
        } catch (IOException | RuntimeException e) {
            unfinished.delete();
            throw e;
        }
    }

    /** Says what an import of these rows would do; nothing of them is kept. */
    ImportAnswer preview(RowFormat format, Locale language, InputStream rows) throws IOException {
        var unfinished = JobDirectory.unfinished(directory.ours(), UUID.randomUUID());
        try {
            var source = unfinished.files(format).source();
            long bytes = Upload.write(rows, source, mostBytes);
            return ImportAnswer.ofPreview(format, bytes, imports.preview(source, format, language, (_, _) -> {}));
        } finally {
            unfinished.delete();
        }
    }

    /** @throws CommandRejected {@code IMPORT_UNKNOWN} */
    ImportJob job(UUID importId) throws IOException {
        var known = jobs.get(importId);
        if (known != null) {
            return known;
        }
        var found = JobDirectory.of(directory.path(), importId);
        if (!found.exists()) {
            throw new CommandRejected(Code.IMPORT_UNKNOWN);
        }
        return new ImportJob(found, imports, () -> stopping);
    }

    /**
     * An import that has ended.
     *
     * @throws CommandRejected {@code IMPORT_UNKNOWN}, {@code IMPORT_RUNNING}
     */
    ImportJob ended(UUID importId) throws IOException {
        var job = job(importId);
        if (!job.hasEnded()) {
            throw new CommandRejected(Code.IMPORT_RUNNING);
        }
        return job;
    }

    void delete(UUID importId) throws IOException {
        ended(importId).directory().delete();
        jobs.remove(importId);
    }

    private ImportJob start(JobDirectory taken) throws IOException {
        var job = new ImportJob(taken, imports, () -> stopping);
        jobs.put(job.importId(), job);
        oneByOne.execute(job);
        return job;
    }

    /** The import that is running ends behind a row, and goes on with the next start. */
    @Override
    public void close() throws IOException {
        stopping = true;
        oneByOne.close();
        directory.close();
    }
}

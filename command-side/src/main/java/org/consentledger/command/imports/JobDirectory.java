package org.consentledger.command.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.command.platform.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an import over HTTP keeps: its rows until it has ended, its rejects and its report until somebody
 * deletes it. A directory that is not finished yet has another name, so what stands under an import's id is whole.
 */
record JobDirectory(Path path) {
    private static final String UNFINISHED = ".part";
    private static final String ORDER = "order.json";
    private static final String REPORT = "report.json";

    /**
     * What was asked for.
     *
     * @param recordedBy by whom
     */
    record Order(
            RowFormat format,
            String language,
            long bytes,
            @Nullable String recordedBy) {
        Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    static JobDirectory unfinished(Path jobs, UUID importId) throws IOException {
        return new JobDirectory(Files.createDirectory(jobs.resolve(importId + UNFINISHED), OwnerOnly.directory(jobs)));
    }

    static JobDirectory of(Path jobs, UUID importId) {
        return new JobDirectory(jobs.resolve(importId.toString()));
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    boolean isUnfinished() {
        return path.toString().endsWith(UNFINISHED);
    }

    UUID importId() {
        return UUID.fromString(path.getFileName().toString());
    }

    ImportFiles files(RowFormat format) {
        return new ImportFiles(
                path.resolve("rows." + format.extension()),
                format,
                path.resolve("rejects." + format.extension()),
                path.resolve("state.json"));
    }

    /** Gives the directory its name, with the order in it; from now on the import goes on after every crash. */
    JobDirectory finish(Order order) throws IOException {
        JsonFile.write(path.resolve(ORDER), order);
        String name = path.toString();
        return new JobDirectory(Files.move(
                path, Path.of(name.substring(0, name.length() - UNFINISHED.length())), StandardCopyOption.ATOMIC_MOVE));
    }

    Order order() throws IOException {
        return JsonFile.read(path.resolve(ORDER), Order.class)
                .orElseThrow(() -> new IOException("the order of an import is gone: " + path));
    }

    /** Empty where the import has not ended. */
    Optional<ImportReport> report() throws IOException {
        return JsonFile.read(path.resolve(REPORT), ImportReport.class);
    }

    /** Ends the import; what it took the rows from is deleted, since it may hold personal data. */
    void end(ImportReport report) throws IOException {
        JsonFile.write(path.resolve(REPORT), report);
        var files = files(order().format());
        Files.deleteIfExists(files.source());
        Files.deleteIfExists(files.state());
    }

    void delete() throws IOException {
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

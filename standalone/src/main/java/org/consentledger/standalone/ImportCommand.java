package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.consentledger.command.imports.FileImports;
import org.consentledger.command.imports.ImportFiles;
import org.consentledger.command.imports.RowFormat;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.ProblemTexts;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over records of the past from a file. */
@TalksToTheTerminal
@Command(
        name = "import",
        description = {
            "Record what a file of old records says, row by row; docs/IMPORTING.md has the format.",
            "Killed and run again it goes on; run again later it records nothing twice.",
            "Exit status: 0 all rows are recorded, 1 not all of them, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Ends in .csv or .jsonl.")
    private Path file = Path.of("");

    @Option(names = "--preview", description = "Say what would be rejected, and record nothing.")
    private boolean preview;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "Where to put the rows that are rejected. Default: beside FILE, as NAME.rejects.csv or .jsonl.")
    private @Nullable Path rejects;

    @Option(names = "--language", paramLabel = "ja|en", description = "Of the reasons. Default: that of the terminal.")
    private @Nullable String language;

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private LedgerKeysOption keys = new LedgerKeysOption();

    @Override
    public Integer call() {
        var format = format();
        if (!Files.isRegularFile(file)) {
            throw wrong(file + " does not exist");
        }
        return LedgerVerb.run(parts -> {
            var opened = ledger.open(parts);
            var directory = keys.of(opened);
            var application = parts.open(() -> VerbApplication.start(opened, directory, Map.of()));
            try (var progress = parts.open(() -> ImportProgressLine.of(Files.size(file)))) {
                return run(application.bean(FileImports.class), format, progress);
            } catch (Malformed e) {
                throw wrong(file + ", " + e.pointer() + ": " + ProblemTexts.detail(e, locale()));
            }
        });
    }

    private int run(FileImports imports, RowFormat format, ImportProgressLine progress) throws IOException {
        if (preview) {
            var report = imports.preview(file, format, locale(), progress);
            progress.close();
            return ImportText.printPreview(report);
        }
        var files = files(format);
        var report = imports.run(files, locale(), null, progress);
        progress.close();
        int status = ImportText.print(report, files.rejects());
        Files.deleteIfExists(files.state());
        if (report.all().rejected() == 0) {
            Files.deleteIfExists(files.rejects());
        }
        return status;
    }

    private RowFormat format() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(RowFormat.values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> wrong("FILE ends in .csv or .jsonl: " + file));
    }

    private ImportFiles files(RowFormat format) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - format.extension().length() - 1);
        var target = rejects == null ? file.resolveSibling(stem + ".rejects." + format.extension()) : rejects;
        return new ImportFiles(file, format, target, target.resolveSibling(target.getFileName() + ".state"));
    }

    private Locale locale() {
        return Texts.language(language == null ? Locale.getDefault().toLanguageTag() : language);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}

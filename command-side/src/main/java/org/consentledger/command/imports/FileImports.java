package org.consentledger.command.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.StrictBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Imports records of the past from files. Each row is decided by itself, through the same commands as a request; those
 * of one customer in the order of the file. However large the file, the memory needed is the same.
 */
@Component
public final class FileImports {
    private final KindsOfRecords kinds;
    private final StrictBodies bodies;
    private final Commands commands;

    FileImports(KindsOfRecords kinds, StrictBodies bodies, Commands commands) {
        this.kinds = kinds;
        this.bodies = bodies;
        this.commands = commands;
    }

    /**
     * Refuses a file whose beginning already shows that it is none of its format.
     *
     * @throws org.consentledger.command.platform.Malformed with the reason
     */
    public void check(Path source, RowFormat format) throws IOException {
        format.open(source, Place.START, bodies).close();
    }

    /**
     * Imports a file, or goes on where an earlier run of it ended. Run again, it records nothing twice: one source
     * reference of a customer is one fact. The state file stays, for the caller to delete once the report is told.
     *
     * @param language in which rejects say why
     * @param recordedBy who asked for it; {@code null} where that was nobody with a token
     * @throws org.consentledger.command.platform.Malformed where the file has no header that makes sense; then nothing
     *     was recorded
     * @throws ImportStopped where it cannot go on; run again, it does
     */
    public ImportReport run(ImportFiles files, Locale language, @Nullable String recordedBy, ImportProgress progress)
            throws IOException {
        check(files.source(), files.format());
        var recording = new Recording(commands, recordedBy);
        try (var rejects = RejectsFile.open(files);
                var decisions = new Decisions(kinds, commands, recording, progress::isToStop)) {
            var before = remembered(files, rejects);
            var state = before.orElse(ImportState.atTheBeginning(files.source()));
            try (var rows = files.format().open(files.source(), state.done(), bodies)) {
                if (before.isEmpty()) {
                    rejects.begin(rows.header());
                }
                var trace = new FileTrace(files, rejects, state);
                var texts = new RejectTexts(language, rows::placeOf);
                var tally = new Tally(state.report());
                return new RunningImport(rows, state.done(), decisions, texts, trace, tally, progress).run();
            }
        }
    }

    /**
     * Says what an import of the file would do, and records nothing. Each row is held against what the ledger holds now,
     * against the references of all rows before it, and against what those of the same customer would have recorded, as
     * long as they are not very many rows back.
     *
     * @throws org.consentledger.command.platform.Malformed where the file has no header that makes sense
     */
    public ImportReport preview(Path source, RowFormat format, Locale language, ImportProgress progress)
            throws IOException {
        try (var rows = format.open(source, Place.START, bodies);
                var decisions = new Decisions(kinds, commands, new Preview(commands), progress::isToStop)) {
            var texts = new RejectTexts(language, rows::placeOf);
            var tally = new Tally(ImportReport.NOTHING);
            return new RunningImport(rows, Place.START, decisions, texts, Trace.NONE, tally, progress).run();
        }
    }

    /** What an earlier run left, if this ledger and this rejects file are those that it was about. */
    private Optional<ImportState> remembered(ImportFiles files, RejectsFile rejects) throws IOException {
        var state = ImportState.read(files)
                .filter(found -> found.newestEvent() != null && commands.holds(found.newestEvent()));
        return state.isPresent() && rejects.goOn(state.get().rejectsLength()) ? state : Optional.empty();
    }
}

package org.consentledger.command.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.command.imports.ImportReport.Counts;
import org.consentledger.command.platform.Code;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands, or what it would do.
 *
 * @param importId {@code null} for a preview
 * @param state how far it is; {@code null} for a preview
 * @param bytes of the file
 * @param bytesDone of them that are done with
 * @param secondsLeft as it looks now; {@code null} where that cannot be told
 * @param why it stopped: a code; else {@code null}
 * @param rows counts of all rows, those of earlier runs included
 * @param kinds the same by kind
 * @param codes how many rows were rejected, by reason
 * @param digestsTaken rows that did not say which text was shown, so that the edition's own digest was taken
 * @param rejects the first of the rows that were rejected
 */
record ImportAnswer(
        @Nullable UUID importId,
        @Nullable State state,
        boolean preview,
        RowFormat format,
        long bytes,
        long bytesDone,
        @Nullable Long rowsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable String why,
        Counts rows,
        Map<String, Counts> kinds,
        Map<Code, Long> codes,
        long digestsTaken,
        List<Reject> rejects) {

    /** How far an import is. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        /** It could not go on; it does with the next start of the process. */
        STOPPED
    }

    static ImportAnswer ofPreview(RowFormat format, long bytes, ImportReport report) {
        return new ImportAnswer(
                null,
                null,
                true,
                format,
                bytes,
                bytes,
                null,
                null,
                null,
                report.all(),
                report.kinds(),
                report.codes(),
                report.digestsTaken(),
                report.rejects());
    }
}

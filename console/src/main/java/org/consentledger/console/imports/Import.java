package org.consentledger.console.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands, or what it would do, as the command side tells it; as far as the page shows it.
 *
 * @param importId {@code null} for a preview
 * @param state {@code WAITING}, {@code RUNNING}, {@code DONE} or {@code STOPPED}; {@code null} for a preview
 * @param why it stopped: a code
 * @param codes how many rows were rejected, by reason
 * @param rejects the first of the rows that were rejected
 */
record Import(
        @Nullable String importId,
        @Nullable String state,
        boolean preview,
        long bytes,
        long bytesDone,
        @Nullable Long secondsLeft,
        @Nullable String why,
        Counts rows,
        Map<String, Long> codes,
        List<Reject> rejects) {
    private static final Set<String> UNDER_WAY = Set.of("WAITING", "RUNNING");
    private static final int WHOLE = 100;

    record Counts(long rows, long recorded, long alreadyRecorded, long rejected) {}

    /** @param line number of its first line, from 1 */
    record Reject(long line, String code, String message) {}

    public boolean isUnderWay() {
        return state != null && UNDER_WAY.contains(state);
    }

    /** Of a hundred. */
    public long done() {
        return bytes == 0 ? WHOLE : WHOLE * bytesDone / bytes;
    }

    /** Whether all rejects are in a file by now. */
    public boolean hasRejectsFile() {
        return importId != null && !isUnderWay() && rows.rejected() > 0;
    }
}

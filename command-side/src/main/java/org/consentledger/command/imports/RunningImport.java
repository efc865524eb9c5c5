package org.consentledger.command.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.consentledger.command.imports.Decisions.Pending;

/**
 * One run through a file. Rows are decided many at a time and settled in the order of the file, so that there is always
 * one place up to which everything is done.
 */
final class RunningImport {
    private static final int BATCH = 256;
    private static final int MOST_ON_THEIR_WAY = 2_048;
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(1);

    private final Rows rows;
    private final Decisions decisions;
    private final RejectTexts texts;
    private final Trace trace;
    private final Tally tally;
    private final ImportProgress progress;
    private final Deque<Pending> onTheirWay = new ArrayDeque<>();
    private long bytesDone;
    private long saved;

    /** @param begin behind which row */
    RunningImport(
            Rows rows,
            Place begin,
            Decisions decisions,
            RejectTexts texts,
            Trace trace,
            Tally tally,
            ImportProgress progress) {
        this.rows = rows;
        this.decisions = decisions;
        this.texts = texts;
        this.trace = trace;
        this.tally = tally;
        this.progress = progress;
        this.bytesDone = begin.end();
    }

    /** @throws ImportStopped where it ended early; what was settled is saved, however it ends */
    ImportReport run() throws IOException {
        try {
            save();
            for (var batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                onTheirWay.addAll(decisions.of(batch));
                settle(MOST_ON_THEIR_WAY);
                if (progress.isToStop()) {
                    throw new ImportStopped("it was told to stop");
                }
            }
            settle(0);
        } finally {
            save();
        }
        return tally.report();
    }

    private List<Row> nextBatch() throws IOException {
        var batch = new ArrayList<Row>(BATCH);
        while (batch.size() < BATCH) {
            var row = rows.next();
            if (row == null) {
                return batch;
            }
            batch.add(row);
        }
        return batch;
    }

    /** Settles the first ones until no more than that many are on their way, and those that are done anyway. */
    private void settle(int most) throws IOException {
        while (!onTheirWay.isEmpty()
                && (onTheirWay.size() > most || onTheirWay.getFirst().outcome().isDone())) {
            settle(onTheirWay.removeFirst());
        }
    }

    private void settle(Pending pending) throws IOException {
        var outcome = outcome(pending);
        if (outcome instanceof Outcome.Rejected(var reason)) {
            var reject = texts.reject(pending.place(), reason);
            trace.rejected(pending.place(), reject);
            tally.add(reject);
        }
        tally.add(pending.kind(), outcome);
        trace.settled(pending.place(), outcome);
        bytesDone = pending.place().end();
        if (System.nanoTime() - saved > BETWEEN_SAVES.toNanos()) {
            save();
        }
    }

    private void save() throws IOException {
        var report = tally.report();
        trace.save(report);
        progress.reached(bytesDone, report);
        saved = System.nanoTime();
    }

    private static Outcome outcome(Pending pending) {
        try {
            return pending.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

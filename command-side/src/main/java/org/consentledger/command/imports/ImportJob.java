package org.consentledger.command.imports;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.consentledger.command.imports.ImportAnswer.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import over HTTP, as this process knows it. */
final class ImportJob implements ImportProgress, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final JobDirectory directory;
    private final JobDirectory.Order order;
    private final FileImports imports;
    private final BooleanSupplier stopping;
    private final Pace pace;
    private State state = State.WAITING;
    private long bytesDone;
    private ImportReport report = ImportReport.NOTHING;
    private @Nullable String why;

    /** @param stopping whether the process is about to end */
    ImportJob(JobDirectory directory, FileImports imports, BooleanSupplier stopping) throws IOException {
        this.directory = directory;
        this.order = directory.order();
        this.imports = imports;
        this.stopping = stopping;
        this.pace = new Pace(order.bytes());
        directory.report().ifPresent(this::ended);
    }

    @Override
    public void run() {
        if (isToStop()) {
            return;
        }
        try {
            enter(State.RUNNING, null);
            var done = imports.run(directory.files(order.format()), order.locale(), order.recordedBy(), this);
            directory.end(done);
            ended(done);
        } catch (ImportStopped e) {
            enter(State.STOPPED, e.getMessage());
            LOG.warn("import {} stopped: {}", directory.importId(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            enter(State.STOPPED, "INTERNAL");
            LOG.error("import {} stopped", directory.importId(), e);
        }
    }

    @Override
    public synchronized void reached(long bytes, ImportReport soFar) {
        bytesDone = bytes;
        report = soFar;
        pace.reached(bytes, soFar.all().rows());
    }

    @Override
    public boolean isToStop() {
        return stopping.getAsBoolean();
    }

    private synchronized void ended(ImportReport done) {
        state = State.DONE;
        bytesDone = order.bytes();
        report = done;
    }

    private synchronized void enter(State next, @Nullable String reason) {
        state = next;
        why = reason;
    }

    synchronized boolean hasEnded() {
        return state == State.DONE || state == State.STOPPED;
    }

    JobDirectory directory() {
        return directory;
    }

    RowFormat format() {
        return order.format();
    }

    UUID importId() {
        return directory.importId();
    }

    synchronized ImportAnswer answer() {
        boolean running = state == State.RUNNING;
        return new ImportAnswer(
                importId(),
                state,
                false,
                order.format(),
                order.bytes(),
                bytesDone,
                known(pace.rowsPerSecond()),
                running ? known(pace.secondsLeft()) : null,
                why,
                report.all(),
                report.kinds(),
                report.codes(),
                report.digestsTaken(),
                report.rejects());
    }

    private static @Nullable Long known(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}

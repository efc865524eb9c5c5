package org.consentledger.standalone;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.consentledger.command.imports.ImportProgress;
import org.consentledger.command.imports.ImportReport;
import org.consentledger.command.imports.Pace;
import org.jspecify.annotations.Nullable;

/**
 * A bar with rate and time left on a terminal, and a line for every tenth part elsewhere; both on standard error. Closed
 * on a signal, it has the import end behind a row.
 */
@TalksToTheTerminal
final class ImportProgressLine implements ImportProgress, AutoCloseable {
    private static final int PARTS = 10;

    private final long bytes;
    private final boolean terminal;
    private final Pace pace;
    private @Nullable ProgressBar bar;
    private long toldParts;
    private volatile boolean closed;

    private ImportProgressLine(long bytes, boolean terminal) {
        this.bytes = bytes;
        this.terminal = terminal;
        this.pace = new Pace(bytes);
    }

    static ImportProgressLine of(long bytes) {
        return new ImportProgressLine(
                bytes,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    @Override
    public void reached(long bytesDone, ImportReport soFar) {
        pace.reached(bytesDone, soFar.all().rows());
        String rows = soFar.all().rows() + " rows, " + soFar.all().rejected() + " rejected"
                + told(", ", pace.rowsPerSecond(), " rows/s");
        if (terminal) {
            bar(bytesDone).setExtraMessage(" " + rows).stepTo(bytesDone);
            return;
        }
        long parts = bytes == 0 ? PARTS : bytesDone * PARTS / bytes;
        if (parts > toldParts) {
            toldParts = parts;
            System.err.println(
                    "import: " + parts * 100 / PARTS + " %, " + rows + told(", ", pace.secondsLeft(), " s left"));
        }
    }

    private ProgressBar bar(long bytesDone) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("import")
                    .setInitialMax(bytes)
                    .startsFrom(bytesDone, Duration.ZERO)
                    .setUnit(" kB", 1_000)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .build();
        }
        return bar;
    }

    private static String told(String before, OptionalLong value, String after) {
        return value.isPresent() ? before + value.getAsLong() + after : "";
    }

    @Override
    public boolean isToStop() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        if (bar != null) {
            bar.close();
        }
    }
}

package org.consentledger.benchmarks;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, a line for each turn elsewhere. */
final class TurnsProgress implements AutoCloseable {
    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;

    private TurnsProgress(PrintWriter lines, @Nullable ProgressBar bar) {
        this.lines = lines;
        this.bar = bar;
    }

    /** @param lines for a reader that is no terminal */
    static TurnsProgress of(String task, int turns, PrintWriter lines) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new TurnsProgress(lines, terminal ? bar(task, turns) : null);
    }

    private static ProgressBar bar(String task, int turns) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(turns)
                .setUnit(" turns", 1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .build();
    }

    /** One more turn is over. */
    void turn(String what) {
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(what);
        } else {
            lines.println(what);
            lines.flush();
        }
    }

    /** What a turn that goes on has come to. */
    void tell(String what) {
        if (bar != null) {
            bar.setExtraMessage(what);
        } else {
            lines.println(what);
            lines.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

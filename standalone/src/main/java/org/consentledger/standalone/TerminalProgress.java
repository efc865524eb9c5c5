package org.consentledger.standalone;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.consentledger.ledger.audit.Progress;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, and a line for every tenth part elsewhere; both on standard error. */
@TalksToTheTerminal
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int PARTS = 10;

    private final String task;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private long total;
    private long toldParts;

    private TerminalProgress(String task, boolean terminal) {
        this.task = task;
        this.terminal = terminal;
    }

    /** @param task what goes on, in a word */
    static TerminalProgress of(String task) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new TerminalProgress(task, terminal);
    }

    @Override
    public void total(long leaves) {
        total = leaves;
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(leaves)
                    .setUnit(" leaves", 1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .build();
        }
    }

    @Override
    public void reached(long leaves) {
        if (bar != null) {
            bar.stepTo(leaves);
            return;
        }
        long parts = total == 0 ? PARTS : leaves * PARTS / total;
        if (parts > toldParts) {
            toldParts = parts;
            System.err.println(task + ": " + leaves + " of " + total + " leaves");
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

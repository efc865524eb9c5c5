package org.consentledger.standalone;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.consentledger.ledger.audit.Progress;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, and a line for every tenth part elsewhere, with rate and time left; both on standard error. */
@TalksToTheTerminal
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int PARTS = 10;
    private static final double SHORTEST = 0.001;

    private final String task;
    private final String unit;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private long total;
    private long begun;
    private long toldParts;

    private TerminalProgress(String task, String unit, boolean terminal) {
        this.task = task;
        this.unit = unit;
        this.terminal = terminal;
    }

    /** @param task what goes on, in a word */
    static TerminalProgress of(String task) {
        return of(task, "leaves");
    }

    /** @param unit what is counted, in the plural */
    static TerminalProgress of(String task, String unit) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new TerminalProgress(task, unit, terminal);
    }

    @Override
    public void total(long leaves) {
        total = leaves;
        begun = System.nanoTime();
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(leaves)
                    .setUnit(" " + unit, 1)
                    .showSpeed()
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
            System.err.println(task + ": " + leaves + " of " + total + " " + unit + pace(leaves));
        }
    }

    private String pace(long done) {
        double seconds =
                (double) (System.nanoTime() - begun) / Duration.ofSeconds(1).toNanos();
        long rate = Math.round(done / Math.max(seconds, SHORTEST));
        return rate == 0 ? "" : ", " + rate + " " + unit + "/s, " + (total - done) / rate + " s left";
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

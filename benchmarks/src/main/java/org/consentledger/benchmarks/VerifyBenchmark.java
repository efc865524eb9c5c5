package org.consentledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.benchmarks.SingleFigures.Figure;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.verifier.ExportCheck;

/**
 * How many leaves a second the check of an exported ledger takes on one core. The check is one thread; what the JVM does
 * beside it (collecting garbage, compiling) uses another core where there is one, so the time that counts is that which has
 * passed or the CPU time of the whole process, whichever is longer.
 */
final class VerifyBenchmark {
    private static final double GOAL = 500_000;
    private static final double NANOS = 1e9;

    private final Path export;
    private final InstantSource clock;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    VerifyBenchmark(Path export, InstantSource clock) {
        this.export = export;
        this.clock = clock;
    }

    /** One check of the whole export. */
    private record Check(long leaves, double passed, double used) {
        double perSecond() {
            return leaves / Math.max(passed, used);
        }
    }

    /** After a check that does not count. */
    SingleFigures run(int rounds, PrintWriter lines) throws IOException {
        var began = clock.instant();
        var checks = new ArrayList<Check>();
        try (var progress = TurnsProgress.of("verify", rounds + 1, lines)) {
            for (int round = 0; round <= rounds; round++) {
                var check = check();
                progress.turn(String.format(
                        Locale.ROOT,
                        "%s: %,.0f leaves/s",
                        round == 0 ? "warm-up" : "round " + round,
                        check.perSecond()));
                if (round > 0) {
                    checks.add(check);
                }
            }
        }
        var perSecond = Spread.of(checks, Check::perSecond);
        return new SingleFigures(
                List.of(Headline.of("P6", GOAL, perSecond.median(), "leaves/s on one core")),
                List.of(
                        new Figure("leaves", checks.getFirst().leaves(), ""),
                        new Figure("on one core, median", perSecond.median(), "leaves/s"),
                        new Figure("on one core, least", perSecond.least(), "leaves/s"),
                        new Figure("on one core, most", perSecond.most(), "leaves/s"),
                        new Figure(
                                "time passed, median",
                                Spread.of(checks, Check::passed).median(),
                                "s"),
                        new Figure(
                                "CPU time used, median",
                                Spread.of(checks, Check::used).median(),
                                "s")),
                Environment.of(began, "is not asked", "no other program"));
    }

    private Check check() throws IOException {
        long usedBefore = machine.getProcessCpuTime();
        long start = System.nanoTime();
        var report = new ExportCheck(export, List.of(), List.of(), Quorum.NONE, Progress.none()).run();
        double passed = (System.nanoTime() - start) / NANOS;
        double used = (machine.getProcessCpuTime() - usedBefore) / NANOS;
        if (!report.isVerified()) {
            throw new IllegalStateException("the export is not sound: " + report.findings());
        }
        return new Check(report.size(), passed, used);
    }
}

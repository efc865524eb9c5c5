package org.consentledger.benchmarks;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the same work costs the same on a larger ledger. The products on all ledgers run at once and take turns, A B A B:
 * what disturbs the machine between two turns disturbs both, while one run after the other would put minutes, and whatever
 * happened in them, into the ratio. One that has no turn only looks for events now and then.
 */
final class GrowthBenchmark {
    private final List<GrownLedger> ledgers;
    private final InstantSource clock;

    /** @param ledgers the smallest first */
    GrowthBenchmark(List<GrownLedger> ledgers, InstantSource clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** In the order in which it is measured: what adds to a ledger comes last. */
    enum Work {
        STANDING,
        PERMISSION,
        ACCEPTANCE;

        Runnable of(GrownLedger ledger, Instant began, String client) {
            return switch (this) {
                case STANDING -> ledger.standing(client);
                case PERMISSION -> ledger.permission(client);
                case ACCEPTANCE -> ledger.acceptance("run-" + began.getEpochSecond(), client);
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    GrowthFigures run(int atOnce, Turns turns, PrintWriter lines) throws Exception {
        var began = clock.instant();
        var rows = new ArrayList<GrowthFigures.Row>();
        var notWarm = new ArrayList<WarmUp>();
        int count = Work.values().length * ledgers.size() * (1 + turns.rounds());
        try (var progress = TurnsProgress.of("growth", count, lines)) {
            for (var work : Work.values()) {
                var contenders = contenders(work, began);
                var comparison = new Comparison(
                        List.copyOf(contenders.keySet()),
                        contender -> ledger(contenders, contender).database(),
                        turns.lead(),
                        clock,
                        progress);
                var leaves = new ArrayList<Long>();
                for (var ledger : contenders.values()) {
                    leaves.add(ledger.leaves());
                }
                notWarm.addAll(comparison.warmUp(atOnce, turns.warmUp()).values());
                var stretches = comparison.run(atOnce, turns.rounds(), turns.measured());
                var smallest = stretches.values().iterator().next();
                contenders.forEach((contender, ledger) -> rows.add(GrowthFigures.Row.of(
                        work,
                        ledger.customers(),
                        leaves.get(ledgers.indexOf(ledger)),
                        Objects.requireNonNull(stretches.get(contender)),
                        smallest)));
            }
        }
        var first = ledgers.getFirst();
        var also = atOnce + " clients, " + first.heap() + WarmUp.notWarm(notWarm);
        return GrowthFigures.of(rows, Environment.of(began, first.database().version(), also));
    }

    private Map<Contender, GrownLedger> contenders(Work work, Instant began) {
        var contenders = new LinkedHashMap<Contender, GrownLedger>();
        for (var ledger : ledgers) {
            var name = String.format(Locale.ROOT, "%s, %,d customers", work, ledger.customers());
            contenders.put(
                    new HttpContender(name, ledger.process(), clock, client -> work.of(ledger, began, client)), ledger);
        }
        return contenders;
    }

    private static GrownLedger ledger(Map<Contender, GrownLedger> contenders, Contender contender) {
        return Objects.requireNonNull(contenders.get(contender));
    }
}

package org.consentledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Contenders by turns, A B C A B C: what disturbs the machine for a while disturbs all of them. Each turn begins with a
 * checkpoint of the contender's database and some time that is not measured.
 */
final class Comparison {
    private final List<Contender> contenders;
    private final Function<Contender, MeasuredPostgres> databases;
    private final Duration lead;
    private final InstantSource clock;
    private final TurnsProgress progress;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @param lead how long writers are at work before they are measured */
    Comparison(
            List<Contender> contenders,
            Function<Contender, MeasuredPostgres> databases,
            Duration lead,
            InstantSource clock,
            TurnsProgress progress) {
        this.contenders = contenders;
        this.databases = databases;
        this.lead = lead;
        this.clock = clock;
        this.progress = progress;
    }

    /** Lets each work until its code is compiled and its files have grown, by the same rule for all. */
    Map<Contender, WarmUp> warmUp(int writers, Duration most) throws Exception {
        var all = new LinkedHashMap<Contender, WarmUp>();
        for (var contender : contenders) {
            var warmUp = new WarmUp(contender.name(), most, clock.instant());
            all.put(contender, warmUp);
            while (!warmUp.isOver()) {
                var turn = turn(contender, writers, warmUp.stretch());
                Rest.untilIdle(turn.process());
                warmUp.add(turn.stretch(), clock.instant());
                if (!warmUp.isOver()) {
                    progress.tell(warmUp.told());
                }
            }
            progress.turn(warmUp.told());
        }
        return all;
    }

    /** Answers for each contender its stretches, in the order of the rounds. */
    Map<Contender, List<Stretch>> run(int writers, int rounds, Duration measured) throws Exception {
        var stretches = new LinkedHashMap<Contender, List<Stretch>>();
        for (int round = 1; round <= rounds; round++) {
            for (var contender : contenders) {
                var stretch = turn(contender, writers, measured).stretch();
                stretches.computeIfAbsent(contender, _ -> new ArrayList<>()).add(stretch);
                progress.turn(String.format(
                        Locale.ROOT,
                        "%d at once, round %d of %d, %s: %,.0f/s",
                        writers,
                        round,
                        rounds,
                        contender.name(),
                        stretch.perSecond()));
            }
        }
        return stretches;
    }

    /** What it did, and the process in which. */
    private record Turn(ProcessHandle process, Stretch stretch) {}

    private Turn turn(Contender contender, int writers, Duration measured) throws Exception {
        var database = databases.apply(contender);
        database.checkpoint();
        var load = contender.start(writers, lead.plus(measured));
        load.workFor(lead);
        double _ = machine.getCpuLoad(); // the next call answers for the time since this one
        var before = CpuReading.of(clock.instant(), load.process(), database.process());
        load.workFor(measured);
        var after = CpuReading.of(clock.instant(), load.process(), database.process());
        double machineShare = machine.getCpuLoad();
        return new Turn(load.process(), Stretch.of(load.end(), before, after, machineShare));
    }
}

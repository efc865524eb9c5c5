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

/**
 * Contenders by turns, A B C A B C: what disturbs the machine for a while disturbs all of them. Each turn begins with a
 * checkpoint of the database and some time that is not measured.
 */
final class Comparison {
    private final List<Contender> contenders;
    private final MeasuredPostgres database;
    private final Duration lead;
    private final InstantSource clock;
    private final TurnsProgress progress;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @param lead how long writers are at work before they are measured */
    Comparison(
            List<Contender> contenders,
            MeasuredPostgres database,
            Duration lead,
            InstantSource clock,
            TurnsProgress progress) {
        this.contenders = contenders;
        this.database = database;
        this.lead = lead;
        this.clock = clock;
        this.progress = progress;
    }

    /** Lets each work for a while, so that its code is compiled and its files have grown. */
    void warmUp(int writers, Duration time) throws Exception {
        for (var contender : contenders) {
            turn(contender, writers, time);
            progress.turn("warmed up: " + contender.name());
        }
    }

    /** Answers for each contender its stretches, in the order of the rounds. */
    Map<Contender, List<Stretch>> run(int writers, int rounds, Duration measured) throws Exception {
        var stretches = new LinkedHashMap<Contender, List<Stretch>>();
        for (int round = 1; round <= rounds; round++) {
            for (var contender : contenders) {
                var stretch = turn(contender, writers, measured);
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

    private Stretch turn(Contender contender, int writers, Duration measured) throws Exception {
        database.checkpoint();
        var load = contender.start(writers, lead.plus(measured));
        load.workFor(lead);
        double _ = machine.getCpuLoad(); // the next call answers for the time since this one
        var before = CpuReading.of(clock.instant(), load.process(), database.process());
        load.workFor(measured);
        var after = CpuReading.of(clock.instant(), load.process(), database.process());
        double machineShare = machine.getCpuLoad();
        return Stretch.of(load.end(), before, after, machineShare);
    }
}

package org.consentledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where the figures come from.
 *
 * @param at when the benchmark began
 * @param also what else matters for these figures: the version of pgbench or why there is none, heaps
 */
record Environment(Instant at, int cores, long memoryGiB, String system, String java, String postgres, String also) {

    static Environment of(Instant at, String postgres, String also) {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Environment(
                at.truncatedTo(ChronoUnit.SECONDS),
                machine.getAvailableProcessors(),
                Math.round(machine.getTotalMemorySize() / (double) (1 << 30)),
                machine.getName() + " " + machine.getVersion() + " " + machine.getArch(),
                Runtime.version().toString(),
                postgres,
                also);
    }

    List<String> lines() {
        return List.of(
                at + ", " + cores + " cores, " + memoryGiB + " GiB, " + system,
                "Java " + java + ", PostgreSQL " + postgres + ", " + also);
    }
}

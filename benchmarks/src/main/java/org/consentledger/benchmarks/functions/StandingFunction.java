package org.consentledger.benchmarks.functions;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.consentledger.benchmarks.generated.OneHistory;
import org.consentledger.standing.Standing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Where a customer stands who has done more than most: 50 facts in seven years. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StandingFunction {
    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    private final OneHistory history = OneHistory.ofFacts(50);

    @Benchmark
    public Standing of50Facts() {
        return Standing.of(history.terms(), history.customer(), AT);
    }
}

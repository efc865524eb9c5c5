package org.consentledger.benchmarks.functions;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.benchmarks.generated.GeneratedTerms;
import org.consentledger.comparison.ComparisonTable;
import org.consentledger.provisions.Structure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The comparison table of the demo's two editions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComparisonFunction {
    private final Structure older = Structure.of(GeneratedTerms.text(12));
    private final Structure newer = Structure.of(GeneratedTerms.text(13));

    @Benchmark
    public ComparisonTable tableOfEditions12And13() {
        return ComparisonTable.of(older, newer, List.of());
    }
}

package org.consentledger.benchmarks.functions;

import java.util.concurrent.TimeUnit;
import org.consentledger.benchmarks.generated.GeneratedTerms;
import org.consentledger.provisions.Structure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The provisions of the demo's 13th edition. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParserFunction {
    private final String text = GeneratedTerms.text(13);

    @Benchmark
    public Structure structureOfEdition13() {
        return Structure.of(text);
    }
}

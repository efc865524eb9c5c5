package org.consentledger.benchmarks.functions;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Growth;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.InclusionProof;
import org.consentledger.ledger.tree.TreeHashing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tree of 1,000 leaves whose hashes are there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TreeFunction {
    private static final int LEAVES = 1_000;

    private final List<Hash> leaves = IntStream.range(0, LEAVES)
            .mapToObj(n -> TreeHashing.leaf(
                    ByteBuffer.allocate(Integer.BYTES).putInt(n).array()))
            .toList();
    private final Growth grown = Edge.EMPTY.grow(leaves);

    /** Appended as one group. */
    @Benchmark
    public Hash rootOf1000Leaves() {
        return Edge.EMPTY.grow(leaves).root();
    }

    @Benchmark
    public InclusionProof proofAmong1000Leaves() {
        return grown.inclusionProof(LEAVES / 2);
    }
}

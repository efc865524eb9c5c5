package org.consentledger.benchmarks.functions;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.SerializedObject;
import org.consentledger.benchmarks.generated.OneHistory;
import org.consentledger.events.EventMapper;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.serializer.EventSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An acceptance with evidence, to its stored form and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SerializerFunction {
    private final EventSerializer serializer = new EventSerializer(EventMapper.create());
    private final EditionAccepted accepted = OneHistory.acceptance();
    private final DataKey key = DataKey.handedOver(accepted.customerId(), 1, secret());
    private final SerializedObject<byte[]> stored = serializer.seal(accepted, _ -> key);

    private static byte[] secret() {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        return secret;
    }

    @Benchmark
    public SerializedObject<byte[]> sealedAcceptance() {
        return serializer.seal(accepted, _ -> key);
    }

    /** As aggregates and projections read it: what could name a person stays closed. */
    @Benchmark
    public Object acceptanceReadClosed() {
        return serializer.deserialize(stored);
    }
}

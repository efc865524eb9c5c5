package org.consentledger.ledger.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;
import org.jspecify.annotations.Nullable;

/** How long events wait, from their publication until they are committed and their signer is done with them. */
public final class AppendTimer implements MessageMonitor<Message<?>> {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final Timer committed;

    public AppendTimer(MeterRegistry registry) {
        this.registry = registry;
        this.committed = Timer.builder("ledger.append")
                .description("from an event's publication until it is committed and signed")
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(registry);
    }

    @Override
    public MonitorCallback onMessageIngested(@Nullable Message<?> event) {
        if (event == null) {
            return NoOpMessageMonitorCallback.INSTANCE;
        }
        var sample = Timer.start(registry);
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                sample.stop(committed);
            }

            // What is refused was not appended.
            @Override
            public void reportFailure(@Nullable Throwable cause) {}

            @Override
            public void reportIgnored() {}
        };
    }
}

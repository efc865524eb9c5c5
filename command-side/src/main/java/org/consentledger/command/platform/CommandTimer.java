package org.consentledger.command.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;
import org.jspecify.annotations.Nullable;

/**
 * How many commands there were, how long each took, and what became of them. One that is tried again counts each time, one
 * that is only tried out counts as well.
 */
final class CommandTimer implements MessageMonitor<Message<?>> {
    private final MeterRegistry registry;

    private enum Outcome {
        DONE,
        /** A rule forbade it. */
        REJECTED,
        /** Another command came first; it is decided anew. */
        OVERTAKEN,
        FAILED
    }

    CommandTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public MonitorCallback onMessageIngested(@Nullable Message<?> message) {
        if (!(message instanceof CommandMessage<?> command)) {
            return NoOpMessageMonitorCallback.INSTANCE;
        }
        var sample = Timer.start(registry);
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                stop(Outcome.DONE);
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {
                stop(outcome(cause));
            }

            @Override
            public void reportIgnored() {
                stop(Outcome.FAILED);
            }

            private void stop(Outcome outcome) {
                sample.stop(Timer.builder("ledger.commands")
                        .description("commands, from their dispatch until their events are committed and signed")
                        .tag("command", command.getPayloadType().getSimpleName())
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .register(registry));
            }
        };
    }

    private static Outcome outcome(@Nullable Throwable cause) {
        return switch (cause) {
            case CommandRejected _ -> Outcome.REJECTED;
            case ConcurrencyException _, AggregateStreamCreationException _ -> Outcome.OVERTAKEN;
            case null, default -> Outcome.FAILED;
        };
    }
}

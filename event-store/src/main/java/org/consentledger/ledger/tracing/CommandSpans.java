package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Tracer;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.Span;

/** One span for each command, named by its kind. What is sent within a process is handled by the thread that sends it. */
public final class CommandSpans implements CommandBusSpanFactory {
    private final Tracer tracer;

    public CommandSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span createDispatchCommandSpan(CommandMessage<?> command, boolean distributed) {
        return StepSpan.of(tracer, "command " + command.getPayloadType().getSimpleName());
    }

    @Override
    public Span createHandleCommandSpan(CommandMessage<?> command, boolean distributed) {
        return NoOpSpan.INSTANCE;
    }

    @Override
    public <T> CommandMessage<T> propagateContext(CommandMessage<T> command) {
        return command;
    }
}

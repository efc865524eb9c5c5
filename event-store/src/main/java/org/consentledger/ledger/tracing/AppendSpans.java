package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Tracer;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.Span;

/** One span for what a unit of work appends, from waiting for its group until that is committed and signed. */
public final class AppendSpans implements EventBusSpanFactory {
    private final Tracer tracer;

    public AppendSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span createPublishEventSpan(EventMessage<?> event) {
        return NoOpSpan.INSTANCE;
    }

    @Override
    public Span createCommitEventsSpan() {
        return StepSpan.of(tracer, "append");
    }

    /** The metadata of an event are hashed and kept for good; {@link TracedEvents} knows its trace for as long as it matters. */
    @Override
    public <T> EventMessage<T> propagateContext(EventMessage<T> event) {
        return event;
    }
}

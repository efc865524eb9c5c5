package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.tracing.SpanScope;
import org.jspecify.annotations.Nullable;

/** The spans of one batch. None of them is the present one for the whole of it, since most of its events may be of others. */
final class BatchSpan implements org.axonframework.tracing.Span {
    private static final ContextKey<BatchSpan> PRESENT = ContextKey.named("batch of a projection");

    private final Map<String, Span> byEvent;
    private final Collection<Span> spans;

    BatchSpan(Map<String, Span> byEvent) {
        this.byEvent = Map.copyOf(byEvent);
        this.spans = new HashSet<>(byEvent.values());
    }

    /** {@code null} where the event is in no trace. */
    static @Nullable Span presentOf(EventMessage<?> event) {
        var batch = Context.current().get(PRESENT);
        return batch == null ? null : batch.byEvent.get(event.getIdentifier());
    }

    @Override
    public org.axonframework.tracing.Span start() {
        return this;
    }

    @Override
    public SpanScope makeCurrent() {
        return StepSpan.present(Context.current().with(PRESENT, this));
    }

    @Override
    public void end() {
        spans.forEach(Span::end);
    }

    @Override
    public org.axonframework.tracing.Span recordException(Throwable failure) {
        spans.forEach(span -> StepSpan.failed(span, failure));
        return this;
    }
}

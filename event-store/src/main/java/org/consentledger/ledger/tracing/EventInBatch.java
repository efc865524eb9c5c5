package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.axonframework.tracing.SpanScope;

/** What is logged while an event of a trace is handled carries the trace; it is no span of its own. */
record EventInBatch(Span span) implements org.axonframework.tracing.Span {
    @Override
    public org.axonframework.tracing.Span start() {
        return this;
    }

    @Override
    public SpanScope makeCurrent() {
        return StepSpan.present(Context.current().with(span));
    }

    @Override
    public void end() {}

    @Override
    public org.axonframework.tracing.Span recordException(Throwable failure) {
        StepSpan.failed(span, failure);
        return this;
    }
}

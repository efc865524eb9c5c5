package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.SpanScope;
import org.jspecify.annotations.Nullable;

/** A step of what the present span does. A failure is named by the class of its exception, never by its text. */
final class StepSpan implements org.axonframework.tracing.Span {
    private static final String EXCEPTION = "exception";

    private final Tracer tracer;
    private final String name;
    private final Context parent;
    private @Nullable Span span;

    private StepSpan(Tracer tracer, String name, Context parent) {
        this.tracer = tracer;
        this.name = name;
        this.parent = parent;
    }

    /** A step within the span that is the present one now, whenever it begins; nothing where that is not being sampled. */
    static org.axonframework.tracing.Span of(Tracer tracer, String name) {
        return Span.current().getSpanContext().isSampled()
                ? new StepSpan(tracer, name, Context.current())
                : NoOpSpan.INSTANCE;
    }

    /** Makes it the present context; Axon closes the scope. */
    @SuppressWarnings("MustBeClosedChecker")
    static SpanScope present(Context context) {
        return context.makeCurrent()::close;
    }

    static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR)
                .setAttribute(EXCEPTION, failure.getClass().getSimpleName());
    }

    @Override
    public org.axonframework.tracing.Span start() {
        span = tracer.spanBuilder(name).setParent(parent).startSpan();
        return this;
    }

    @Override
    public SpanScope makeCurrent() {
        return span == null ? () -> {} : present(Context.current().with(span));
    }

    /** Axon ends an append that never began where a command is rejected. */
    @Override
    public void end() {
        if (span != null) {
            span.end();
        }
    }

    @Override
    public org.axonframework.tracing.Span recordException(Throwable failure) {
        if (span != null) {
            failed(span, failure);
        }
        return this;
    }
}

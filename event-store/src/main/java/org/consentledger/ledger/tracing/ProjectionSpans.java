package org.consentledger.ledger.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;

/**
 * A span for each append that a batch has events of, in the trace of that append and as long as the batch: rows are written
 * once a batch, so no event takes a time of its own. A batch without traced events has none.
 */
public final class ProjectionSpans {
    private final Tracer tracer;
    private final TracedEvents traced;

    public ProjectionSpans(Tracer tracer, TracedEvents traced) {
        this.tracer = tracer;
        this.traced = traced;
    }

    /** The spans of that projection. */
    public EventProcessorSpanFactory of(String projection) {
        return new EventProcessorSpanFactory() {
            @Override
            public org.axonframework.tracing.Span createBatchSpan(
                    boolean streaming, List<? extends EventMessage<?>> events) {
                var appends = traced.of(events);
                return appends.isEmpty() ? NoOpSpan.INSTANCE : new BatchSpan(begun(projection, appends, events.size()));
            }

            @Override
            public org.axonframework.tracing.Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
                var span = BatchSpan.presentOf(event);
                return span == null ? NoOpSpan.INSTANCE : new EventInBatch(span);
            }
        };
    }

    private Map<String, Span> begun(String projection, Map<String, SpanContext> appends, int events) {
        var byAppend = new HashMap<SpanContext, Span>();
        new HashSet<>(appends.values()).forEach(append -> byAppend.put(append, begin(projection, append, events)));
        var byEvent = new HashMap<String, Span>();
        appends.forEach((event, append) -> byEvent.put(event, byAppend.get(append)));
        return byEvent;
    }

    private Span begin(String projection, SpanContext append, int events) {
        return tracer.spanBuilder("projection " + projection)
                .setParent(Context.root().with(Span.wrap(append)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("projection", projection)
                .setAttribute("events", events)
                .startSpan();
    }
}

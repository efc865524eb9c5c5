package org.consentledger.ledger.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets no span out with anything but what is known to name nobody, whichever library made it: attributes of a few names, no
 * text of an exception, and of a caller's trace its ids. Requests of probes and scrapers are not let out at all.
 */
public final class NamelessSpans implements SpanExporter {
    /** Each has few values; whoever adds one sees to it that they name neither a person nor a customer. */
    private static final Set<String> ATTRIBUTES =
            Set.of("method", "uri", "status", "outcome", "code", "exception", "projection", "events");

    private static final AttributeKey<String> URI = AttributeKey.stringKey("uri");
    private static final Set<String> WATCHING =
            Set.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus");

    private final SpanExporter exporter;

    public NamelessSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> nameless = spans.stream()
                .filter(span -> !isWatching(span.getAttributes().get(URI)))
                .<SpanData>map(Nameless::new)
                .toList();
        return nameless.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(nameless);
    }

    private static boolean isWatching(@Nullable String uri) {
        return uri != null && WATCHING.contains(uri);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Nameless extends DelegatingSpanData {
        private final Attributes attributes;

        Nameless(SpanData span) {
            super(span);
            attributes = span.getAttributes().toBuilder()
                    .removeIf(key -> !ATTRIBUTES.contains(key.getKey()))
                    .build();
        }

        /** Any text may travel as a trace's state (W3C {@code tracestate}), and every span of the trace has it. */
        private static SpanContext withoutState(SpanContext named) {
            if (named.getTraceState().isEmpty()) {
                return named;
            }
            return named.isRemote()
                    ? SpanContext.createFromRemoteParent(
                            named.getTraceId(), named.getSpanId(), named.getTraceFlags(), TraceState.getDefault())
                    : SpanContext.create(
                            named.getTraceId(), named.getSpanId(), named.getTraceFlags(), TraceState.getDefault());
        }

        @Override
        public SpanContext getSpanContext() {
            return withoutState(super.getSpanContext());
        }

        @Override
        public SpanContext getParentSpanContext() {
            return withoutState(super.getParentSpanContext());
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public List<LinkData> getLinks() {
            return super.getLinks().stream()
                    .map(link -> LinkData.create(withoutState(link.getSpanContext())))
                    .toList();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}

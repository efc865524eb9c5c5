package org.consentledger.ledger.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamelessSpansTest {
    private static final SpanContext CALLER = SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.builder().put("a", "zq7").build());

    private final List<SpanData> sent = new ArrayList<>();

    private final SpanExporter collector = new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            sent.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    };

    private void send(Consumer<Span> filled) {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new NamelessSpans(collector)))
                .build()) {
            var span = provider.get("test")
                    .spanBuilder("http get /customers/{customerId}")
                    .setParent(Context.root().with(Span.wrap(CALLER)))
                    .addLink(CALLER)
                    .startSpan();
            filled.accept(span);
            span.end();
        }
    }

    @Test
    @DisplayName("外へ出るスパンは、名を示しえないと分かっている属性だけを持ち、例外の文言を持たない")
    void letOutNothingThatCouldNameSomebody() {
        send(span -> span.setAttribute("status", "500")
                .setAttribute("http.url", "/customers/zq7")
                .setAttribute("axon_aggregate_identifier", "agreement:crash:zq7")
                .recordException(new IllegalStateException("zq7"))
                .setStatus(StatusCode.ERROR, "zq7")
                .addEvent("zq7"));

        assertThat(sent).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().asMap()).hasSize(1).containsValue("500");
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEmpty();
        });
    }

    @Test
    @DisplayName("呼び出し元のトレースのうち、ID は外へ出るが、状態は出ない")
    void letOutTheIdsOfTheCallersTraceWithoutItsState() {
        send(_ -> {});

        assertThat(sent).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(CALLER.getTraceId());
            assertThat(span.getParentSpanId()).isEqualTo(CALLER.getSpanId());
            assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
            assertThat(List.of(
                            span.getParentSpanContext(),
                            span.getLinks().getFirst().getSpanContext()))
                    .containsOnly(SpanContext.createFromRemoteParent(
                            CALLER.getTraceId(), CALLER.getSpanId(), CALLER.getTraceFlags(), TraceState.getDefault()));
        });
    }

    @Test
    @DisplayName("監視のための要求は、トレースに残らない")
    void leaveOutWhoWatches() {
        send(span -> span.setAttribute("uri", "/actuator/prometheus"));

        assertThat(sent).isEmpty();
    }
}

package org.consentledger.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Receives spans by OTLP over HTTP, as a collector does. */
final class ReceivedTraces implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ReceivedTraces() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** A span, its ids in hexadecimal digits as logs have them. */
    record ReceivedSpan(String service, String traceId, String spanId, String parentId, Span span) {
        private static ReceivedSpan of(ResourceSpans resource, Span span) {
            var service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .collect(Collectors.joining());
            return new ReceivedSpan(
                    service,
                    HEX.formatHex(span.getTraceId().toByteArray()),
                    HEX.formatHex(span.getSpanId().toByteArray()),
                    HEX.formatHex(span.getParentSpanId().toByteArray()),
                    span);
        }

        String name() {
            return span.getName();
        }

        Map<String, String> attributes() {
            return span.getAttributesList().stream()
                    .collect(Collectors.toMap(
                            attribute -> attribute.getKey(),
                            attribute -> attribute.getValue().getStringValue()));
        }

        boolean isChildOf(ReceivedSpan parent) {
            return traceId.equals(parent.traceId) && parentId.equals(parent.spanId);
        }
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is to name. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            requests.add(request.toString());
            for (var resource : request.getResourceSpansList()) {
                resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> spans.add(ReceivedSpan.of(resource, span)));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Waits for the spans of a trace until they fit. */
    List<ReceivedSpan> await(String traceId, Predicate<List<ReceivedSpan>> complete) {
        return Awaitility.await().alias("trace " + traceId).atMost(PATIENCE).until(() -> of(traceId), complete);
    }

    private List<ReceivedSpan> of(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** All that was ever sent, in words. */
    String everything() {
        return String.join("\n", requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package org.consentledger.standalone;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Stands where a side would, answers with its own name, and breaks in the middle of a request when it is told to. */
final class StandInSide implements AutoCloseable {
    private static final String READINESS = "/actuator/health/readiness";

    private final String name;
    private final HttpServer server;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean ready = true;
    private volatile boolean breaking;

    record Asked(String method, String path, Headers headers) {}

    StandInSide(String name) throws IOException {
        this.name = name;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            if (path.equals(READINESS)) {
                exchange.sendResponseHeaders(ready ? 200 : 503, -1);
                return;
            }
            asked.add(new Asked(exchange.getRequestMethod(), path, exchange.getRequestHeaders()));
            if (!breaking) {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        var body = name.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** But for readiness. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** From now on it says of itself that it is not, and answers all the same. */
    void notReady() {
        ready = false;
    }

    /** From now on it takes requests, and closes the connection in place of an answer. */
    void breakOff() {
        breaking = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

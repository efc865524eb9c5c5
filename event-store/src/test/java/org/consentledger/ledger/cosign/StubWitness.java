package org.consentledger.ledger.cosign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SigningKey;

/** A witness outside our walls that answers whatever a test says. */
final class StubWitness implements AutoCloseable {
    final SigningKey key = SigningKey.generate("stub.example/w", SignatureType.COSIGNATURE_V1, new SecureRandom());
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    record Response(int status, String type, String body) {
        static Response text(int status, String body) {
            return new Response(status, "text/plain", body);
        }
    }

    StubWitness(Function<AddCheckpoint, Response> answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prefix/add-checkpoint", exchange -> serve(exchange, answer));
        server.setExecutor(threads);
        server.start();
    }

    WitnessAddress address() {
        return new WitnessAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/"), key.verifierKey());
    }

    private static void serve(HttpExchange exchange, Function<AddCheckpoint, Response> answer) {
        try (exchange) {
            var request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            var response = answer.apply(request);
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.type());
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

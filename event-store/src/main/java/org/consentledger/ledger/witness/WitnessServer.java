package org.consentledger.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A witness over HTTP (C2SP tlog-witness, "HTTP Interface"): {@code POST /add-checkpoint} for logs, {@code GET
 * /HASH/checkpoint} for monitors. TLS is for a proxy before it.
 */
public final class WitnessServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
    private static final int MOST_BYTES = 1 << 16;
    private static final int GRACE_SECONDS = 2;
    private static final Pattern LATEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String TREE_SIZE = "text/x.tlog.size";

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    /** Serves until it is closed, which also closes the witness. */
    public static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        var server = new WitnessServer(witness, HttpServer.create(address, 0));
        server.server.setExecutor(server.threads);
        server.server.createContext("/", server::handle);
        server.server.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            LOG.debug("a client went away", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            var latest = LATEST.matcher(path);
            if (path.equals("/add-checkpoint")) {
                addCheckpoint(exchange);
            } else if (latest.matches()) {
                latest(exchange, latest.group(1));
            } else {
                send(exchange, 404, TEXT, "a witness serves POST /add-checkpoint and GET /HASH/checkpoint\n");
            }
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            send(exchange, 500, TEXT, "the witness failed\n");
        }
    }

    private void addCheckpoint(HttpExchange exchange) throws IOException {
        if (!isMethod(exchange, "POST")) {
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            send(exchange, 413, TEXT, "a request has at most " + MOST_BYTES + " bytes\n");
            return;
        }
        switch (witness.addCheckpoint(body)) {
            case Answer.Cosigned cosigned ->
                send(exchange, 200, TEXT, cosigned.cosignature().line() + "\n");
            case Answer.OtherSize other -> send(exchange, 409, TREE_SIZE, other.latest() + "\n");
            case Answer.Refused refused -> send(exchange, refused.refusal().status(), TEXT, refused.why() + "\n");
        }
    }

    private void latest(HttpExchange exchange, String originHash) throws IOException {
        if (!isMethod(exchange, "GET")) {
            return;
        }
        var latest = witness.latest(originHash);
        if (latest.isPresent()) {
            send(exchange, 200, TEXT, latest.get().encode());
        } else {
            send(exchange, 404, TEXT, "nothing of that log was cosigned\n");
        }
    }

    private static boolean isMethod(HttpExchange exchange, String method) throws IOException {
        if (exchange.getRequestMethod().equals(method)) {
            return true;
        }
        exchange.getResponseHeaders().set("Allow", method);
        send(exchange, 405, TEXT, "only " + method + "\n");
        return false;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Requests under way may end. */
    @Override
    public void close() throws IOException {
        server.stop(GRACE_SECONDS);
        threads.close();
        witness.close();
    }
}

package org.consentledger.standalone.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sign-up page and backend of {@code docs/EMBEDDING.md}, which quotes it, with one customer in its session. */
final class SampleBackend implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI ledger;
    private final String terms;
    private final String customer;
    private final String agreed;
    private final Supplier<String> authorization;

    /**
     * @param page nothing but the script and its own backend is open to it
     * @param agreed the edition that the customer agreed to before; empty where there is none
     * @param authorization the header of the client {@code signup}
     */
    SampleBackend(URI ledger, String page, String terms, String customer, String agreed, Supplier<String> authorization)
            throws IOException {
        this.ledger = ledger;
        this.terms = terms;
        this.customer = customer;
        this.agreed = agreed;
        this.authorization = authorization;
        server.setExecutor(threads);
        server.createContext("/", browser -> {
            browser.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src " + ledger
                                    + "; connect-src 'self'; img-src data:; base-uri 'none'; "
                                    + "form-action 'none'; require-trusted-types-for 'script'");
            answer(browser, 200, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        });
        serve();
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void serve() {
        server.createContext(
                "/signup/presentation", browser -> pass(browser, "POST", "/terms/" + terms + "/presentations", "{}"));
        server.createContext("/signup/changes", browser -> {
            var shown = browser.getRequestURI().getQuery().replaceAll("[^0-9]", "");
            if (agreed.isEmpty() || agreed.equals(shown)) {
                answer(browser, 204, "application/json", new byte[0]);
            } else {
                pass(browser, "GET", "/terms/" + terms + "/comparisons/" + agreed + "/" + shown, "");
            }
        });
        server.createContext("/signup/acceptance", browser -> pass(browser, "POST", act("acceptances"), said(browser)));
        server.createContext("/signup/refusal", browser -> pass(browser, "POST", act("refusals"), said(browser)));
    }

    private String act(String kind) {
        return "/customers/" + customer + "/" + kind;
    }

    /** Only what a customer may say: a browser can send anything, and the token of a backend allows more. */
    private static String said(HttpExchange browser) {
        var act = JSON.readValue(browser.getRequestBody(), ObjectNode.class)
                .retain("presentation", "decisions")
                .put("channel", "WEB");
        act.putObject("actor").put("kind", "SELF");
        return act.toString();
    }

    private void pass(HttpExchange browser, String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(ledger.resolve("/api/v1" + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", authorization.get())
                .header("Content-Type", "application/json");
        for (var name : List.of("Accept-Language", "Idempotency-Key")) {
            browser.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            var type = answer.headers().firstValue("Content-Type").orElse("application/json");
            answer(browser, answer.statusCode(), type, answer.body());
        } catch (IOException | InterruptedException e) {
            answer(browser, 502, "application/json", new byte[0]);
        }
    }

    private static void answer(HttpExchange browser, int status, String type, byte[] body) throws IOException {
        try (browser) {
            browser.getResponseHeaders().set("Content-Type", type);
            browser.getResponseHeaders().set("Cache-Control", "no-store");
            browser.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            browser.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        http.close();
    }
}

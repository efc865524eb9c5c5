package org.consentledger.standalone.agreements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.consentledger.standalone.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who knows the product's address and its contract. What a projection has yet to include is asked for again, at
 * most a minute long, but where the question itself is to wait for it.
 */
public final class Client implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_PROJECTIONS = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI product;

    public Client(URI product) {
        this.product = product;
    }

    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        public String text(String member) {
            return json().path(member).asString("");
        }

        public boolean replayed() {
            return response.headers().firstValue("Idempotent-Replay").isPresent();
        }
    }

    public Answer post(String path, String body, String key) {
        return post(path, "application/json", body, key);
    }

    public Answer post(String path, String type, String body, String key) {
        return send(request("POST", path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends it again for as long as the product asks to; what is asked for is then done once. */
    public Answer postPatiently(String path, String body, String key) {
        var answer = post(path, body, key);
        while (answer.status() == 503) {
            answer = post(path, body, key);
        }
        return answer;
    }

    public Answer put(String path, String body) {
        return send(
                request("PUT", path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return new Answer(
                included(() -> request("GET", path).header("Accept-Language", "en"), BodyHandlers.ofString()));
    }

    /** What is known once the ledger's answer to a write is included. */
    public Answer getAfter(String path, Answer write) {
        var position = write.response().headers().firstValue("Ledger-Position").orElseThrow();
        return send(request("GET", path).header("Accept-Language", "en").header("Ledger-Position", position));
    }

    /** The bytes of a file that is there. */
    public byte[] bytes(String path) {
        return bytes(path, "*/*");
    }

    /** The same, in that form. */
    public byte[] bytes(String path, String mediaType) {
        var answer = included(() -> request("GET", path).header("Accept", mediaType), BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        throw new IllegalStateException(path + ": " + answer.statusCode());
    }

    private <T> HttpResponse<T> included(Supplier<HttpRequest.Builder> question, BodyHandler<T> read) {
        long begun = System.nanoTime();
        var answer = exchange(question.get(), read);
        while (isBehind(answer) && System.nanoTime() - begun < PATIENCE_WITH_PROJECTIONS.toNanos()) {
            answer = exchange(question.get(), read);
        }
        return answer;
    }

    private static boolean isBehind(HttpResponse<?> answer) {
        var body = answer.body() instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : answer.body();
        return answer.statusCode() == 503 && body.toString().contains("\"PROJECTION_BEHIND\"");
    }

    private HttpRequest.Builder request(String method, String path) {
        var address = product.resolve(path);
        return HttpRequest.newBuilder(address)
                .header("Authorization", TestTokens.authorization(method, address))
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) {
        return new Answer(exchange(request, BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> read) {
        try {
            return http.send(request.build(), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the product over HTTP; anything but success is an exception. */
final class ProductClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Product product;
    private final UnaryOperator<String> tokens;

    ProductClient(Product product) throws IOException {
        this.product = product;
        this.tokens = product.tokens();
    }

    /** @param path below {@code /api/v1/}, or from the root where it begins with a slash */
    JsonNode get(String path) {
        return JSON.readTree(
                send(request("GET", path).GET(), BodyHandlers.ofString()).body());
    }

    JsonNode send(String method, String path, String type, String body) {
        return JSON.readTree(send(
                        request(method, path)
                                .method(method, BodyPublishers.ofString(body))
                                .header("Content-Type", type),
                        BodyHandlers.ofString())
                .body());
    }

    /** The lines of a CSV, one after the other. */
    Stream<String> csv(String path) {
        return send(request("GET", path).header("Accept", "text/csv"), BodyHandlers.ofLines())
                .body();
    }

    private HttpRequest.Builder request(String method, String path) {
        var address = method.equals("GET") ? product.questions() : product.commands();
        return HttpRequest.newBuilder(address.resolve(path.startsWith("/") ? path : "/api/v1/" + path))
                .header("Authorization", tokens.apply(client(method, path)));
    }

    /** Who would ask that in the field. */
    private static String client(String method, String path) {
        if (path.startsWith("imports") || path.startsWith("/actuator")) {
            return "operator";
        }
        if (method.equals("GET")) {
            return "legal";
        }
        return path.endsWith("/publication") ? "publisher" : "author";
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            var answer = http.send(request.build(), body);
            if (answer.statusCode() >= FIRST_FAILURE) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer;
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

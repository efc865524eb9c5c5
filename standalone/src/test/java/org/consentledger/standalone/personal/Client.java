package org.consentledger.standalone.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.consentledger.standalone.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever uses the product over HTTP. */
public final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI product;
    private int keys;

    public Client(URI product) {
        this.product = product;
    }

    public JsonNode post(int status, String path, String body) {
        return post(status, path, "application/json", body);
    }

    JsonNode post(int status, String path, String type, String body) {
        return JSON.readTree(expect(status, path, "POST", type, body));
    }

    public void put(String path, String body) {
        expect(200, path, "PUT", "application/json", body);
    }

    void delete(String path) {
        expect(204, path, "DELETE", "application/json", "");
    }

    String get(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** What the product says instead of an answer. */
    String declined(int status, String path) {
        return expect(status, path, "GET", "application/json", "");
    }

    /** Looks at it for a reason, which goes as an extended value (RFC 8187 §3.2.1). */
    void look(String path, String reason) {
        var encoded = URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20");
        var request = request("GET", path).header("Access-Reason", "UTF-8''" + encoded);
        assertThat(send(request, BodyHandlers.discarding()).statusCode())
                .as(path)
                .isEqualTo(200);
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path));
    }

    byte[] bytes(String path) {
        var answer = send(request("GET", path), BodyHandlers.ofByteArray());
        while (answer.statusCode() == 503) { // a projection is being rebuilt
            answer = send(request("GET", path), BodyHandlers.ofByteArray());
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String expect(int status, String path, String method, String type, String body) {
        var answer = send(
                request(method, path)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", "key-" + keys++)
                        .method(method, BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private HttpRequest.Builder request(String method, String path) {
        var address = product.resolve(path);
        return HttpRequest.newBuilder(address).header("Authorization", TestTokens.authorization(method, address));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> read) {
        try {
            return http.send(request.build(), read);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

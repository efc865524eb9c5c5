package org.consentledger.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.consentledger.events.ContentDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody outside who knows the product's address and its contract, and nothing else. */
final class LedgerClient implements AutoCloseable {
    static final String TEXT = "第一条 これは約款である。";
    private static final String EDITION = "/api/v1/terms/crash/editions/1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_PROJECTIONS = Duration.ofMinutes(3);
    private static final Duration PATIENCE_OF_PROMETHEUS = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI product;

    LedgerClient(URI product) {
        this.product = product;
    }

    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        /** Refused for now: the same request may be sent again. */
        boolean isForLater() {
            return status() == 503
                    && response.headers().firstValue("Retry-After").isPresent();
        }

        boolean replayed() {
            return response.headers().firstValue("Idempotent-Replay").isPresent();
        }

        byte[] bytes() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(bytes());
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    /** Publishes the one edition that customers accept. */
    void publishTerms() throws IOException {
        expect(201, send("POST", "/api/v1/terms", """
                {"termsId":"crash","title":"利用約款","provider":"提供者","timeZone":"Asia/Tokyo","language":"ja"}"""));
        expect(200, send("PUT", EDITION, String.format(Locale.ROOT, """
                {"label":"第一版","revisedOn":"2019-07-30","effectiveOn":"2019-07-30","text":"%s",
                 "change":{"procedure":"INITIAL"},
                 "purposes":[{"purposeId":"service","provision":"第1条","title":"提供","mode":"WITH_TERMS"}]}""", TEXT)));
        expect(201, send("POST", EDITION + "/publication", "{}"));
    }

    Reply accept(String customer, String key) throws IOException {
        return send(
                "POST",
                "/api/v1/customers/" + customer + "/acceptances",
                String.format(Locale.ROOT, """
                {"termsId":"crash","edition":1,"digest":"%s","channel":"WEB","actor":{"kind":"SELF"}}""", ContentDigest.of(TEXT)),
                "Idempotency-Key",
                key);
    }

    Reply post(String path, String body, String... headers) throws IOException {
        return send("POST", path, body, headers);
    }

    /** Has the customer leave, and erased by two who agree. */
    void erase(String customer) throws IOException {
        var path = "/api/v1/customers/" + customer + "/";
        expect(201, send("POST", path + "departure", """
                {"channel":"WEB","actor":{"kind":"SELF"}}""", "Idempotency-Key", "departure"));
        var asked = send("POST", path + "erasure", """
                {"reason":"a test"}""", "Idempotency-Key", "erasure");
        expect(202, asked);
        var approval = "erasure/" + asked.json().path("erasureId").asString() + "/approval";
        expect(201, send("POST", path + approval, "{}", "Idempotency-Key", "approval"));
    }

    /** Where the customer stands, by a projection that has reached the position. */
    Reply standing(String customer, long position) throws IOException {
        return standing(customer, Long.toString(position));
    }

    /** The same, once there is one. */
    Reply standingOnceIncluded(String customer, long position) {
        return await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE_WITH_PROJECTIONS)
                .until(() -> standing(customer, position), answer -> answer.status() != 503);
    }

    /** As {@link #standing(String, long)}, by what a write has answered as {@code Ledger-Position}. */
    Reply standing(String customer, String position) throws IOException {
        return send(request("/api/v1/customers/" + customer + "/standing?termsId=crash")
                .header("Ledger-Position", position));
    }

    /** Where the customer stands now, as known when the ledger held no more than the position. */
    Reply standingAsKnown(String customer, long position) throws IOException {
        return get("/api/v1/customers/" + customer + "/standing?termsId=crash&knownAt=position:" + (position + 1));
    }

    Reply get(String path) throws IOException {
        return send(request(path));
    }

    /** What Prometheus is told, in the time that it waits unless it is told otherwise. */
    String figures() throws IOException {
        var figures = send(request("/actuator/prometheus").timeout(PATIENCE_OF_PROMETHEUS));
        expect(200, figures);
        return figures.text();
    }

    private Reply send(String method, String path, String body, String... headers) throws IOException {
        var request = request(path)
                .setHeader("Authorization", TestTokens.authorization(method, product.resolve(path)))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        var address = product.resolve(path);
        return HttpRequest.newBuilder(address)
                .header("Authorization", TestTokens.authorization("GET", address))
                .timeout(PATIENCE);
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a client", e);
        }
    }

    private static void expect(int status, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
    }

    /** Connections under way are cut. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}

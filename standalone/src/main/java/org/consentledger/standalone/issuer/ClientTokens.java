package org.consentledger.standalone.issuer;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens for the clients of a product's own issuer (client credentials grant, RFC 6749 §4.4), one for each. */
public final class ClientTokens {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final Credentials credentials;
    private final Map<String, String> got = new ConcurrentHashMap<>();

    public ClientTokens(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The value of the header {@code Authorization} (RFC 6750 §2.1) for requests of that client; good for most of an hour.
     *
     * @throws IllegalStateException where there is no such client or the issuer gives it no token
     */
    public String authorization(String client) {
        return got.computeIfAbsent(client, this::get);
    }

    private String get(String name) {
        var client = credentials.clients().get(name);
        if (client == null) {
            throw new IllegalStateException("no client " + name);
        }
        var request = HttpRequest.newBuilder(credentials.tokenUrl())
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic(client))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("no token for " + name + ": " + answer.statusCode());
            }
            return "Bearer "
                    + JsonMapper.shared()
                            .readTree(answer.body())
                            .path("access_token")
                            .asString();
        } catch (IOException e) {
            throw new IllegalStateException("no token for " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** RFC 6749 §2.3.1: both parts are form-encoded first. */
    private static String basic(Credentials.Client client) {
        var pair = encoded(client.id()) + ":" + encoded(client.secret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}

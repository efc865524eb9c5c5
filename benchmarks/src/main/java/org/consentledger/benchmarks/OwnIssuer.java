package org.consentledger.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.access.Scope;

/**
 * Issues access tokens (RFC 9068) and publishes the key that they are signed by, since the two sides as processes of their own
 * have no issuer. A token allows everything but what a customer's own does.
 */
final class OwnIssuer implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofHours(6);
    private static final int KEY_BITS = 3072;
    private static final int OK = 200;

    private final InstantSource clock;
    private final RSAKey key;
    private final HttpServer server;

    OwnIssuer(InstantSource clock) throws IOException {
        this.clock = clock;
        this.key = key();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", this::answer);
        server.start();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The settings that make a side take its tokens. */
    List<String> settings() {
        return List.of(
                "--ledger.access.issuer=" + address(),
                "--ledger.access.keys=" + address().resolve("/keys"));
    }

    /** The value of the header {@code Authorization} for a client of that name. */
    String authorization(String client) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .subject(client)
                .audience("consent-ledger")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("scope", scopes())
                .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String scopes() {
        return Stream.of(Scope.values())
                .filter(scope -> scope != Scope.CONSENT_SELF)
                .map(Scope::value)
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

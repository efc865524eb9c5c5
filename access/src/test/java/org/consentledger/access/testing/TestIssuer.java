package org.consentledger.access.testing;

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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.access.Scope;

/** Issues access tokens (RFC 9068) and publishes its keys, as an OpenID provider does; its keys can be rotated. */
public final class TestIssuer implements AutoCloseable {
    public static final String AUDIENCE = "consent-ledger";
    /** Who calls where a test does not say. */
    public static final String SOMEBODY = "somebody";

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final HttpServer server;
    private final Map<String, String> issued = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey();

    private TestIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, String.format(Locale.ROOT, """
                        {"issuer":"%s","jwks_uri":"%s","subject_types_supported":["public"]}""", uri(), keys())));
        server.start();
    }

    /** One for all tests of this JVM that do not touch its keys. */
    public static TestIssuer shared() {
        return Shared.ISSUER;
    }

    private static final class Shared {
        static final TestIssuer ISSUER = start();
    }

    public static TestIssuer start() {
        try {
            return new TestIssuer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public URI keys() {
        return uri().resolve("/keys");
    }

    /** The setting that makes a side take this issuer's tokens. */
    public String setting() {
        return "--ledger.access.issuer=" + uri();
    }

    /** A token that allows everything but what a customer's own does. */
    public String tokenForEverything(String subject) {
        var scopes = Stream.of(Scope.values())
                .filter(scope -> scope != Scope.CONSENT_SELF)
                .toArray(Scope[]::new);
        return issued.computeIfAbsent(subject, _ -> token(subject, scopes));
    }

    public String token(String subject, Scope... scopes) {
        return sign(claims(subject, scopes).build());
    }

    /** What a good token says, to be changed for a bad one. */
    public JWTClaimsSet.Builder claims(String subject, Scope... scopes) {
        var now = InstantSource.system().instant();
        return new JWTClaimsSet.Builder()
                .issuer(uri().toString())
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(date(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", Stream.of(scopes).map(Scope::value).collect(Collectors.joining(" ")));
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    /** Signs by another key than the one that is published. */
    public static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that signs now. */
    public RSAKey key() {
        return key;
    }

    /** From now on another key signs, and it alone is published. */
    public void rotate() {
        key = newKey();
        issued.clear();
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** It cannot be reached any more; the tokens that it issued stay what they are. */
    public void goAway() {
        server.stop(0);
    }

    @Override
    public void close() {
        goAway();
    }
}

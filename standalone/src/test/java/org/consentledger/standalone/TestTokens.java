package org.consentledger.standalone;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.access.Scope;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.standalone.issuer.ClientTokens;
import org.consentledger.standalone.issuer.IssuerDirectory;

/**
 * Tokens of the issuers of the products that this JVM's tests have started. A test's requests come from whoever would send
 * them in the field: a sign-up flow, an author, a lawyer.
 */
public final class TestTokens {
    private static final Map<Integer, ClientTokens> PRODUCTS = new ConcurrentHashMap<>();
    private static final Map<Integer, Path> KEYS = new ConcurrentHashMap<>();

    private static final Set<Integer> SIDES = ConcurrentHashMap.newKeySet();

    private TestTokens() {}

    /** A side serves there that takes the tokens of the issuer that this JVM's tests share. */
    static void knowSide(URI side) {
        SIDES.add(side.getPort());
    }

    public static boolean isKnown(URI system) {
        return SIDES.contains(system.getPort()) || PRODUCTS.containsKey(system.getPort());
    }

    /** A product serves there on that data directory. */
    public static void know(URI product, Path data) {
        try {
            KEYS.put(product.getPort(), data.resolve("issuer-keys.json"));
            PRODUCTS.put(product.getPort(), new ClientTokens(new IssuerDirectory(data).read()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header {@code Authorization} of such a request to one of these products. */
    public static String authorization(String method, URI address) {
        return of(address, client(method, address.getPath()));
    }

    /** The same, of a client whom the test chooses. */
    public static String of(URI address, String client) {
        if (SIDES.contains(address.getPort())) {
            return "Bearer " + TestIssuer.shared().tokenForEverything(client);
        }
        var tokens = PRODUCTS.get(address.getPort());
        if (tokens == null) {
            throw new IllegalStateException("no product serves at " + address);
        }
        return tokens.authorization(client);
    }

    /** The same, of somebody whom the product does not know, as its issuer would sign it. */
    public static String signed(URI product, String subject, Scope... scopes) {
        try {
            var keys = JWKSet.load(
                            Objects.requireNonNull(KEYS.get(product.getPort())).toFile())
                    .getKeys();
            var claims = TestIssuer.shared().claims(subject, scopes).issuer(product.toString());
            return "Bearer " + TestIssuer.sign(claims.build(), keys.getFirst().toRSAKey());
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String client(String method, String path) {
        if (path.startsWith("/ledger")) {
            return method.equals("GET") ? "auditor" : "operator";
        }
        if (path.startsWith("/actuator") || path.startsWith("/api/v1/imports")) {
            return "operator";
        }
        return method.equals("GET") ? reader(path) : writer(path);
    }

    private static String reader(String path) {
        return path.contains("/requests") || path.endsWith("/provisions") ? "privacy" : "legal";
    }

    private static String writer(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/api/v1/terms")) {
            return switch (last) {
                case "notices", "publication", "withdrawal" -> "publisher";
                case "presentations" -> "signup";
                default -> "author";
            };
        }
        if (path.contains("/requests") || path.endsWith("/provisions") || path.endsWith("/erasure")) {
            return "privacy";
        }
        return switch (last) {
            case "approval" -> "approver";
            case "acceptances", "refusals", "consents", "departure" -> "counter";
            default -> "legal";
        };
    }
}

package org.consentledger.standalone.hostile;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Random;
import org.consentledger.access.Scope;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.standalone.TestTokens;
import org.consentledger.standalone.hostile.Api.Operation;

/** Who sends hostile requests: mostly somebody whose tokens are taken, so that what he sends is read. */
record Callers(URI product, Path data) {
    private static final List<String> CLIENTS = List.of(
            "signup",
            "counter",
            "support",
            "legal",
            "author",
            "publisher",
            "privacy",
            "approver",
            "auditor",
            "operator");

    /** The value of the header {@code Authorization}. */
    String one(Operation operation, Random random) throws Exception {
        return switch (random.nextInt(12)) {
            case 0 -> TestTokens.of(product, CLIENTS.get(random.nextInt(CLIENTS.size())));
            case 1 -> "Bearer " + customer("demo-2019");
            default -> usual(operation);
        };
    }

    private String usual(Operation operation) {
        return TestTokens.authorization(
                operation.method(), product.resolve(operation.path().replaceAll("[{}*]", "x")));
    }

    /** As the product's issuer signs it for a customer who has logged in. */
    private String customer(String customer) throws Exception {
        var claims = TestIssuer.shared().claims(customer, Scope.CONSENT_SELF).issuer(product.toString());
        return TestIssuer.sign(claims.build(), keys().getKeys().getFirst().toRSAKey());
    }

    private JWKSet keys() throws java.io.IOException, ParseException {
        return JWKSet.load(data.resolve("issuer-keys.json").toFile());
    }
}

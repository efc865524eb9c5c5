package org.consentledger.standalone.hostile;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.consentledger.access.Scope;
import org.consentledger.standalone.TestTokens;
import org.consentledger.standalone.hostile.Api.Operation;

/** Who sends hostile requests: mostly somebody whose tokens are taken, so that what he sends is read. */
record Callers(URI product) {
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
    String one(Operation operation, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> TestTokens.of(product, CLIENTS.get(random.nextInt(CLIENTS.size())));
            case 1 -> TestTokens.signed(product, "demo-2019", Scope.CONSENT_SELF);
            default ->
                TestTokens.authorization(
                        operation.method(), product.resolve(operation.path().replaceAll("[{}*]", "x")));
        };
    }
}

package org.consentledger.benchmarks;

import java.io.IOException;
import java.net.URI;

/**
 * The acceptances of one edition, as they are sent to the product and to whoever takes the same requests.
 *
 * @param digest of the edition
 * @param authorization of the program that signs customers up
 */
record ProductAcceptances(LoadClients clients, URI product, String digest, String authorization) {
    private static final String EDITION = "terms/" + ManyCustomers.TERMS + "/editions/3";

    /** Publishes the edition first. */
    static ProductAcceptances publish(ProductProcess product, LoadClients clients) throws IOException {
        var tokens = product.tokens();
        try (var client = new ProductClient(product.address(), tokens)) {
            ManyCustomers.publish(client);
            return new ProductAcceptances(
                    clients,
                    product.address(),
                    client.get(EDITION).get("digest").stringValue(),
                    tokens.authorization("signup"));
        }
    }

    /** Sends one to the product and sees that there is a receipt. */
    Runnable client(String name) {
        var requests = requests(product, name);
        return () -> {
            var answer = requests.next();
            if (!answer.contains("\"receipt\":\"")) {
                throw new IllegalStateException("no receipt: " + answer);
            }
        };
    }

    /** Sends one to another service. */
    Runnable at(URI service, String name) {
        return requests(service, name)::next;
    }

    AcceptanceRequests requests(URI address, String name) {
        return new AcceptanceRequests(clients, address, name, digest, authorization);
    }
}

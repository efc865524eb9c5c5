package org.consentledger.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import org.consentledger.benchmarks.generated.GeneratedTerms;

/**
 * The acceptances of one edition, as they are sent to the product and to whoever takes the same requests.
 *
 * @param product where it takes commands
 * @param authorization of the program that signs customers up
 */
record ProductAcceptances(LoadClients clients, URI product, AcceptedEdition edition, String authorization) {

    /** Publishes the edition first. */
    static ProductAcceptances publish(Product product, LoadClients clients) throws IOException, SQLException {
        try (var client = new ProductClient(product);
                var database = ProductDatabase.of(product)) {
            ManyCustomers.publish(client);
            database.awaitProjections();
            return of(ManyCustomers.TERMS, 3, ManyCustomers.PURPOSE, product, client, clients);
        }
    }

    /** Of an edition of a generated ledger, on which the product runs. */
    static ProductAcceptances ofGenerated(Product product, LoadClients clients) throws IOException {
        try (var client = new ProductClient(product)) {
            return of(
                    GeneratedTerms.TERMS.value(),
                    GeneratedTerms.LAST.value(),
                    GeneratedTerms.VOLUNTARY.value(),
                    product,
                    client,
                    clients);
        }
    }

    private static ProductAcceptances of(
            String terms, int number, String purpose, Product product, ProductClient client, LoadClients clients)
            throws IOException {
        var found = client.get("terms/" + terms + "/editions/" + number);
        var edition = new AcceptedEdition(terms, number, found.get("digest").stringValue(), purpose);
        return new ProductAcceptances(
                clients, product.commands(), edition, product.tokens().apply("signup"));
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
        return new AcceptanceRequests(clients, address, name, edition, authorization);
    }
}

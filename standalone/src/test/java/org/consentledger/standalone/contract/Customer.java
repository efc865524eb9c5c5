package org.consentledger.standalone.contract;

import java.util.UUID;
import org.consentledger.standalone.agreements.Client;
import org.consentledger.standalone.agreements.Client.Answer;

/** A customer of whom nobody has heard before, and what is recorded of him. */
final class Customer {
    private final Client client;
    private final String id = "c-" + UUID.randomUUID();

    Customer(Client client) {
        this.client = client;
    }

    String id() {
        return id;
    }

    String path(String what) {
        return "/api/v1/customers/" + id + "/" + what;
    }

    /** Posts it under a key that nobody has used. */
    Answer post(String what, String body) {
        return client.post(path(what), body, UUID.randomUUID().toString());
    }

    Answer accept(Terms terms, int edition) {
        return post("acceptances", acceptance(terms, edition, ""));
    }

    /** @param more further members, each with a comma before it */
    static String acceptance(Terms terms, int edition, String more) {
        return "{\"termsId\":\"" + terms.id() + "\",\"edition\":" + edition + ",\"digest\":\"" + terms.digest(edition)
                + "\",\"channel\":\"WEB\",\"actor\":{\"kind\":\"SELF\"}" + more + "}";
    }

    Answer decide(Terms terms, String purpose, String decision) {
        return post(
                "consents",
                "{\"termsId\":\"" + terms.id() + "\",\"purposeId\":\"" + purpose + "\",\"decision\":\"" + decision
                        + "\",\"channel\":\"WEB\"}");
    }

    Answer depart(Terms terms) {
        return post("departure", "{\"termsId\":\"" + terms.id() + "\",\"channel\":\"WEB\"}");
    }

    /** What is known of him with that document after a write. */
    Answer ask(String question, Terms terms, String more, Answer after) {
        return client.getAfter(path(question) + "?termsId=" + terms.id() + more, after);
    }
}

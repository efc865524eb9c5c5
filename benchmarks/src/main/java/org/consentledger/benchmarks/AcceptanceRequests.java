package org.consentledger.benchmarks;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Acceptances over HTTP as one client sends them, each in a request of its own and of about 1 kB: every second one is the first
 * of a customer, the one after it the same customer's second.
 */
final class AcceptanceRequests {
    private static final String NOTE =
            "signed up at the counter; read the terms on the shop's tablet; asked about the recording of calls. "
                    .repeat(3);

    private final LoadClients clients;
    private final URI address;
    private final String client;
    private final String body;
    private final String authorization;
    private long sent;

    /**
     * What is sent, and to whom.
     *
     * @param client a name that no other client has on the same server
     * @param authorization as HTTP's header of that name has it
     */
    AcceptanceRequests(LoadClients clients, URI address, String client, AcceptedEdition edition, String authorization) {
        this.clients = clients;
        this.address = address;
        this.client = client;
        this.body = body(edition);
        this.authorization = authorization;
    }

    /** The next one, for a client that waits for each answer; returns it. */
    String next() {
        var answer = send(sent / 2, sent);
        sent++;
        return answer;
    }

    /**
     * One by itself; may be called by several threads at once. Returns the answer.
     *
     * @param key that no other request of the same customer has
     */
    String send(long customer, long key) {
        var headers = Map.of("Authorization", authorization, "Idempotency-Key", "key-" + key);
        return clients.post(
                address.resolve("/api/v1/customers/" + client + "-" + customer + "/acceptances"), headers, body);
    }

    private static String body(AcceptedEdition edition) {
        return String.format(
                Locale.ROOT, """
                {"termsId":"%s","edition":%d,"digest":"%s","channel":"STORE","actor":{"kind":"SELF"},\
                "evidence":{"ipAddress":"2001:db8:85a3::8a2e:370:7334","userAgent":"Mozilla/5.0 (X11; Linux x86_64) \
                AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36","note":"%s"},\
                "decisions":{"%s":"GIVEN"}}""", edition.termsId(), edition.number(), edition.digest(), NOTE, edition.purposeId());
    }
}

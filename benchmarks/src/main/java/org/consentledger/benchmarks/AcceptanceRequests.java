package org.consentledger.benchmarks;

import java.net.URI;
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
     * @param digest of the edition that is accepted
     * @param authorization as HTTP's header of that name has it
     */
    AcceptanceRequests(LoadClients clients, URI address, String client, String digest, String authorization) {
        this.clients = clients;
        this.address = address;
        this.client = client;
        this.body = body(digest);
        this.authorization = authorization;
    }

    /** Answers what was answered. */
    String next() {
        var path = "api/v1/customers/" + client + "-" + sent / 2 + "/acceptances";
        var headers = Map.of("Authorization", authorization, "Idempotency-Key", "key-" + sent);
        sent++;
        return clients.post(address.resolve("/" + path), headers, body);
    }

    private static String body(String digest) {
        return """
                {"termsId":"%s","edition":3,"digest":"%s","channel":"STORE","actor":{"kind":"SELF"},
                "evidence":{"ipAddress":"2001:db8:85a3::8a2e:370:7334","userAgent":"Mozilla/5.0 (X11; Linux x86_64) \
                AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36","note":"%s"},
                "decisions":{"newsletter":"GIVEN"}}""".replaceFirst("%s", ManyCustomers.TERMS)
                .replaceFirst("%s", digest)
                .replaceFirst("%s", NOTE);
    }
}

package org.consentledger.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.consentledger.benchmarks.generated.DataSet;
import org.consentledger.benchmarks.generated.GeneratedTerms;

/**
 * Questions to a product on a generated ledger, or to who answers the same, each about a customer picked at random; each may be
 * asked by many threads.
 */
record GeneratedQuestions(DataSet set, LoadClients clients) {
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final long SECONDS =
            Duration.between(FROM, Instant.parse("2026-06-01T00:00:00Z")).toSeconds();

    /** What a client asks each time: standing, both clocks given. */
    Runnable standing(String client, URI address, Map<String, String> headers) {
        var random = new Random(client.hashCode());
        return () -> {
            long known = random.nextLong(SECONDS);
            var path = anybody(random) + "/standing?termsId=" + GeneratedTerms.TERMS + "&at="
                    + FROM.plusSeconds(random.nextLong(known + 1)) + "&knownAt=" + FROM.plusSeconds(known);
            ask(address.resolve(path), headers, "\"knownAt\"");
        };
    }

    /** What a client asks each time: standing, now and as known now. */
    Runnable standingNow(String client, URI address, Map<String, String> headers) {
        var random = new Random(client.hashCode());
        return () -> {
            var path = anybody(random) + "/standing?termsId=" + GeneratedTerms.TERMS;
            ask(address.resolve(path), headers, "\"knownAt\"");
        };
    }

    /** What a client asks each time: all that is recorded of somebody. */
    Runnable history(String client, URI address, Map<String, String> headers) {
        var random = new Random(client.hashCode());
        return () -> {
            var path = anybody(random) + "/history?termsId=" + GeneratedTerms.TERMS;
            ask(address.resolve(path), headers, "\"items\"");
        };
    }

    /** What a client asks each time: whether data may be used now for the voluntary purpose. */
    Runnable permission(String client, URI address, Map<String, String> headers) {
        var random = new Random(client.hashCode());
        return () -> {
            var path =
                    anybody(random) + "/permissions/" + GeneratedTerms.VOLUNTARY + "?termsId=" + GeneratedTerms.TERMS;
            ask(address.resolve(path), headers, "\"permitted\"");
        };
    }

    private String anybody(RandomGenerator random) {
        return "/api/v1/customers/" + DataSet.customerId(random.nextInt(set.customers()));
    }

    private void ask(URI question, Map<String, String> headers, String expected) {
        var answer = clients.get(question, headers);
        if (!answer.contains(expected)) {
            throw new IllegalStateException("no answer: " + answer);
        }
    }
}

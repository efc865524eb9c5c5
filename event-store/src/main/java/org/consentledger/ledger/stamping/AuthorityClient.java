package org.consentledger.ledger.stamping;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consentledger.ledger.timestamp.TimestampQuery;
import org.consentledger.ledger.timestamp.TimestampRejected;
import org.consentledger.ledger.timestamp.TimestampToken;

/** Asks a time-stamping authority over HTTP (RFC 3161 §3.4). */
final class AuthorityClient implements AutoCloseable {
    /** Tokens have some kilobytes, with a long chain of certificates. */
    private static final long MOST_BYTES = 256 * 1024;

    private static final int OK = 200;

    private final AuthoritySettings settings;
    private final HttpClient http;
    private final SecureRandom random = new SecureRandom();

    AuthorityClient(AuthoritySettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * A token about these bytes, verified.
     *
     * @throws StampingFailed where there is none to be had
     */
    TimestampToken stamp(byte[] data) {
        var query = TimestampQuery.about(data, settings.policy(), random);
        try {
            var token = query.accept(ask(query.encode()));
            if (settings.trusted() != null) {
                settings.trusted().check(token);
            }
            return token;
        } catch (TimestampRejected e) {
            throw new StampingFailed("the authority's answer is not right: " + e.getMessage(), e);
        }
    }

    private byte[] ask(byte[] query) {
        var request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(query))
                .build();
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            // The time-out of a request ends with the answer's headers, so this one is for the body too.
            return body(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new StampingFailed("the authority cannot be asked: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new StampingFailed("the authority did not answer within " + settings.timeout(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StampingFailed("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] body(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != OK) {
            throw new StampingFailed("the authority answered with HTTP status " + answer.statusCode());
        }
        return answer.body();
    }

    /** A question under way is given up. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}

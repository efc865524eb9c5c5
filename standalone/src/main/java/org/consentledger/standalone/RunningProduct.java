package org.consentledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.stamping.Stamping;
import org.consentledger.ledger.stamping.Stamping.NotGrown;
import org.consentledger.ledger.stamping.Stamping.Stamped;
import org.consentledger.standalone.issuer.ClientTokens;
import org.consentledger.standalone.issuer.Credentials;
import org.consentledger.standalone.issuer.IssuerDirectory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product that runs on a data directory, for a verb that asks it to do what it does better itself.
 *
 * @param address where it serves
 * @param directory whose credentials the verb takes, as the operator that its user is
 */
record RunningProduct(URI address, DataDirectory directory) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** Tells the verbs where this process serves; the file means nothing once the directory's lock is free. */
    static void tell(DataDirectory directory, int port) throws IOException {
        Path draft = Files.writeString(directory.root().resolve("address.new"), "http://127.0.0.1:" + port + "/\n");
        Files.move(draft, directory.address(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws StartRefused where it does not serve yet */
    static RunningProduct on(DataDirectory directory) throws IOException {
        try {
            return new RunningProduct(
                    URI.create(Files.readString(directory.address()).strip()), directory);
        } catch (NoSuchFileException _) {
            throw new StartRefused(directory.root() + " is in use by a product that does not serve yet");
        }
    }

    private Credentials credentials() throws IOException {
        return new IssuerDirectory(directory.root()).read();
    }

    /** @throws StartRefused with its reason where it gives no time stamp */
    Stamping stamp() throws IOException {
        var request = HttpRequest.newBuilder(address.resolve("/ledger/timestamps"))
                .header("Accept-Language", "en")
                .header("Authorization", new ClientTokens(credentials()).authorization("operator"))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case CREATED -> new Stamped(JSON.readValue(answer.body(), RecordedTimestamp.class));
                case OK -> new NotGrown(JSON.readValue(answer.body(), RecordedTimestamp.class));
                default ->
                    throw new StartRefused(JSON.readTree(answer.body())
                            .path("detail")
                            .asString("the product answered with HTTP status " + answer.statusCode()));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

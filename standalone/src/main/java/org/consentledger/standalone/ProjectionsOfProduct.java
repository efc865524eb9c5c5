package org.consentledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.ledger.audit.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a running product rebuild its projections, and follows how it goes. */
final class ProjectionsOfProduct implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Set<String> UNDER_WAY = Set.of("REQUESTED", "BUILDING");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NO_STATUS = 0;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI projections;
    private final String authorization;

    /**
     * @param address where the product serves
     * @param authorization the header of that name, of a token with the scope {@code operate}
     */
    ProjectionsOfProduct(URI address, String authorization) {
        this.projections = address.resolve("/actuator/projections");
        this.authorization = authorization;
    }

    /** Sorted. */
    List<String> names() throws IOException {
        return read(HttpRequest.newBuilder(projections))
                .get("projections")
                .valueStream()
                .map(projection -> projection.get("name").stringValue())
                .toList();
    }

    /**
     * Has one rebuilt beside the one that serves, and waits until that is over.
     *
     * @param acceptDifferences whether the new rows are to serve also where they answer otherwise
     * @return how it ended: {@code rebuild} in the answer of {@code GET /actuator/projections/NAME}
     * @throws StartRefused where there is no such projection
     */
    JsonNode rebuild(String name, boolean acceptDifferences, Progress progress) throws IOException {
        var one = URI.create(projections + "/" + name);
        var answer = read(post(one, JSON.createObjectNode().put("acceptDifferences", acceptDifferences)));
        progress.total(answer.get("position").longValue() + 1);
        while (UNDER_WAY.contains(answer.at("/rebuild/state").stringValue())) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            answer = read(HttpRequest.newBuilder(one));
            progress.reached(answer.at("/rebuild/position").longValue() + 1);
        }
        return answer.get("rebuild");
    }

    /**
     * Ends its rebuilding; the rows that serve stay.
     *
     * @return how far that had come: {@code rebuild} in the answer of {@code GET /actuator/projections/NAME}; empty where none
     *     was under way
     * @throws StartRefused where there is no such projection
     */
    Optional<JsonNode> callOff(String name) throws IOException {
        var answer = read(
                post(
                        URI.create(projections + "/" + name),
                        JSON.createObjectNode().put("callOff", true)),
                CONFLICT);
        return Optional.ofNullable(answer).map(item -> item.get("rebuild"));
    }

    private static HttpRequest.Builder post(URI address, JsonNode body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException {
        return Objects.requireNonNull(read(request, NO_STATUS));
    }

    /** {@code null} where the answer has that status. */
    private @Nullable JsonNode read(HttpRequest.Builder request, int expected) throws IOException {
        try {
            var authorized = request.header("Authorization", authorization).timeout(PATIENCE);
            var answer = http.send(authorized.build(), BodyHandlers.ofString());
            if (answer.statusCode() == expected) {
                return null;
            }
            if (answer.statusCode() == NOT_FOUND) {
                throw new StartRefused("there is no such projection; there are " + String.join(", ", names()));
            }
            if (answer.statusCode() >= FIRST_FAILURE) {
                throw new StartRefused("the product answered with HTTP status " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package org.consentledger.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.access.Endpoint;
import org.consentledger.access.Scope;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(Lifecycle.PER_CLASS)
class AuthorisationMatrixTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "SECURITY.md");
    private static final String BEGIN = "<!-- written by AuthorisationMatrixTest -->\n";
    private static final String END = "<!-- until here -->\n";
    private static final String KNOWN = "demo-2019";
    private static final String UNKNOWN = "nobody-ever";

    @TempDir
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private InProcessProduct product;
    private AuthorisationMatrix matrix;

    @BeforeAll
    void start() throws Exception {
        product = InProcessProduct.startWithDemo(data);
        matrix = AuthorisationMatrix.of(product.endpoints());
    }

    @AfterAll
    void stop() throws IOException {
        product.close();
        http.close();
    }

    @Test
    @DisplayName("権限表は、プログラムそのものが書いたとおりである")
    void isWhatTheCodeSays() throws IOException {
        var generated = BEGIN + "\n" + matrix.text() + "\n" + END;
        var written = Path.of("target", "SECURITY-matrix.md");
        Files.writeString(written, generated);
        assertThat(Files.readString(DOCUMENT))
                .as("the table as it is now stands in standalone/" + written)
                .contains(generated);
    }

    @Test
    @DisplayName("表で許されたことは通る")
    void allowedIsAllowed() throws Exception {
        for (var endpoint : matrix.endpoints()) {
            for (var role : roles(endpoint, true)) {
                assertThat(send(endpoint, KNOWN, Optional.of(authorization(role, KNOWN)))
                                .statusCode())
                        .as("%s for %s", endpoint, role)
                        .isNotIn(401, 403);
            }
        }
    }

    @Test
    @DisplayName("ほかは 401 か 403 で、何も残さず、その顧客がいるかどうかもわからない")
    void everythingElseIsRefused() throws Exception {
        long size = product.ledger().size();
        for (var endpoint : matrix.endpoints()) {
            for (var role : roles(endpoint, false)) {
                var refused = Optional.of(authorization(role, "somebody-else"));
                var problem = problem(send(endpoint, KNOWN, refused), 403);
                assertThat(problem).isEqualTo(problem(send(endpoint, UNKNOWN, refused), 403));
                assertThat(problem.path("code").asString()).isEqualTo("FORBIDDEN");
            }
            assertThat(problem(send(endpoint, KNOWN, Optional.empty()), 401)
                            .path("code")
                            .asString())
                    .isEqualTo("UNAUTHENTICATED");
        }
        assertThat(product.ledger().size()).isEqualTo(size);
    }

    @Test
    @DisplayName("顧客本人のトークンは、ほかの顧客のものを何も開けない")
    void aCustomersTokenOpensNothingOfOthers() throws Exception {
        for (var endpoint : matrix.endpoints()) {
            var mine = Optional.of(authorization(Role.CUSTOMER, "somebody-else"));
            assertThat(problem(send(endpoint, KNOWN, mine), 403))
                    .isEqualTo(problem(send(endpoint, UNKNOWN, mine), 403));
        }
    }

    @Test
    @DisplayName("生死と API の記述だけは、トークンなしで答える")
    void whatIsOpen() throws Exception {
        for (var path :
                List.of("/actuator/health/liveness", "/actuator/health/readiness", "/v3/api-docs", "/oauth2/jwks")) {
            var request = HttpRequest.newBuilder(product.url().resolve(path)).build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/error", "/nowhere")) {
            var request = HttpRequest.newBuilder(product.url().resolve(path)).build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    private static List<Role> roles(Endpoint endpoint, boolean allowed) {
        return Stream.of(Role.values())
                .filter(role -> AuthorisationMatrix.allows(endpoint.rule(), role) == allowed)
                .toList();
    }

    private HttpResponse<String> send(Endpoint endpoint, String customer, Optional<String> authorization)
            throws Exception {
        var path = endpoint.path()
                .replace("/**", "")
                .replace("{customerId}", customer)
                .replaceAll("\\{number}", "1")
                .replaceAll("\\{[^}]+}", "01990000-0000-7000-8000-000000000000");
        var request = HttpRequest.newBuilder(address(path))
                .method(
                        endpoint.method().name(),
                        BodyPublishers.ofString(endpoint.method().equals(HttpMethod.GET) ? "" : "{}"))
                .header("Idempotency-Key", "walk")
                .header(
                        "Content-Type",
                        endpoint.takes().orElse(MediaType.APPLICATION_JSON).toString())
                .header(
                        "Accept",
                        endpoint.answers().map(type -> type + ", */*;q=0.1").orElse("*/*"));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return product.url().resolve(path);
    }

    private String authorization(Role role, String self) throws Exception {
        return role == Role.CUSTOMER
                ? TestTokens.signed(product.url(), self, Scope.CONSENT_SELF)
                : TestTokens.of(product.url(), role.title());
    }

    /** Without the name of this one occurrence. */
    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode())
                .as(answer.request() + ": " + answer.body())
                .isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var problem = (ObjectNode) JsonMapper.shared().readTree(answer.body());
        return problem.without("instance");
    }
}

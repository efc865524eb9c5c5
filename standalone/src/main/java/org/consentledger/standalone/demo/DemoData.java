package org.consentledger.standalone.demo;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.consentledger.standalone.issuer.ClientTokens;
import org.consentledger.standalone.issuer.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the demo data to the product's own API before the product says that it is ready. A start that was killed half-way
 * through goes on where it was: what is already there answers so and is left alone.
 */
@ConditionalOnProperty("ledger.demo")
public class DemoData implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final Set<String> ALREADY_THERE = Set.of("STATE_CONFLICT", "EDITION_ALREADY_PUBLISHED");

    private final Environment environment;
    private final ClientTokens tokens;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** @param credentials of the product's own issuer: another one knows none of these clients */
    DemoData(Environment environment, Credentials credentials) {
        this.environment = environment;
        this.tokens = new ClientTokens(credentials);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var client = RestClient.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
        var requests = mapper.readValue(
                new ClassPathResource("seeds/desknets-cloud.json").getContentAsByteArray(),
                new TypeReference<List<DemoRequest>>() {});
        requests.forEach(request -> send(client, request));
        LOG.info("the demo data are loaded: terms desknets-cloud, editions 12 and 13, eight customers");
    }

    private void send(RestClient client, DemoRequest request) {
        client.method(HttpMethod.valueOf(request.method()))
                .uri(request.path())
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    headers.set(HttpHeaders.AUTHORIZATION, tokens.authorization(request.as()));
                    if (request.idempotencyKey() != null) {
                        headers.set("Idempotency-Key", request.idempotencyKey());
                    }
                })
                .body(mapper.writeValueAsBytes(request.wholeBody()))
                .exchange((_, response) -> {
                    var status = response.getStatusCode();
                    if (!status.is2xxSuccessful()) {
                        var code =
                                mapper.readTree(response.getBody()).path("code").asString();
                        if (!ALREADY_THERE.contains(code)) {
                            throw new IllegalStateException("the demo data were not taken: " + request.method() + " "
                                    + request.path() + " got " + status + " " + code);
                        }
                    }
                    return status;
                });
    }
}

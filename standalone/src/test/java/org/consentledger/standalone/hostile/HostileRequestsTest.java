package org.consentledger.standalone.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.consentledger.events.ContentDigest;
import org.consentledger.standalone.InProcessProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("悪意ある要求は、断られ、何も残さず、何も漏らさない")
class HostileRequestsTest {
    private static final long SEED = Long.getLong("hostile.seed", 1);

    @TempDir
    static Path data;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private InProcessProduct product;
    private Campaign campaign;

    @BeforeAll
    void start() throws Exception {
        product = InProcessProduct.startWithDemo(data);
        log.start();
        root().addAppender(log);
        var text = new ClassPathResource("seeds/edition-13.txt").getContentAsString(StandardCharsets.UTF_8);
        campaign = new Campaign(
                product,
                Api.of(JsonMapper.shared().readTree(get("v3/api-docs").body())),
                new Callers(product.url(), data),
                Prepared.on(product.url()),
                ContentDigest.of(text).value());
    }

    @AfterAll
    void stop() throws IOException {
        root().detachAppender(log);
        product.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    @DisplayName("数百の要求")
    void hundreds() throws Exception {
        holdsAgainst(500);
    }

    @Test
    @Tag("campaign")
    @DisplayName("一万の要求")
    void tenThousand() throws Exception {
        holdsAgainst(10_000);
    }

    private void holdsAgainst(int requests) throws Exception {
        long before = product.ledger().size();
        campaign.send(SEED, requests);
        System.out.println(campaign.statuses() + " recorded " + campaign.recorded());
        assertThat(campaign.faults()).as(campaign.statuses().toString()).isEmpty();
        assertThat(product.ledger().size()).isEqualTo(before + campaign.recorded());
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
        assertThat(get("actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private java.net.http.HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(product.url() + "/" + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}

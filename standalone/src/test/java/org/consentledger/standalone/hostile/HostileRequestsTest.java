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
import java.util.concurrent.CopyOnWriteArrayList;
import org.consentledger.events.ContentDigest;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.TestTokens;
import org.consentledger.standalone.operation.Figures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(HostileRequestsTest.class);
    private static final long SEED = Long.getLong("hostile.seed", 1);
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 300);

    @TempDir
    static Path data;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private InProcessProduct product;
    private Campaign campaign;

    @BeforeAll
    void start() throws Exception {
        product = InProcessProduct.startWithDemo(data);
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        root().addAppender(log);
        var text = new ClassPathResource("seeds/edition-13.txt").getContentAsString(StandardCharsets.UTF_8);
        campaign = new Campaign(
                product,
                Api.of(JsonMapper.shared().readTree(get("v3/api-docs").body())),
                new Callers(product.url()),
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
    @DisplayName("HTTP になっていない要求も、400 などで断られる")
    void whatIsNoHttp() throws Exception {
        var terms = Message.of("GET", "/api/v1/terms", TestTokens.of(product.url(), "support"));
        var replay = Message.of("POST", "/api/v1/replays", TestTokens.of(product.url(), "legal"));
        var rows = Message.of("POST", "/api/v1/imports?%=%", TestTokens.of(product.url(), "operator"))
                .plus("Content-Type", "text/csv");
        is(200, "", terms.plus("Accept-Language", "x,".repeat(1500)));
        is(400, "header:Ledger-Position", terms.plus("Ledger-Position", "１"));
        is(400, "header", terms.plus("Ledger-Position", "\u0085"));
        is(400, "header", terms.plus("Content-Type", "*/*"));
        is(400, "path", terms.withTarget("/api/v1/terms/..;/x"));
        is(400, "", terms.plus("Transfer-Encoding", "gzip"));
        is(400, "", terms.withVersion("HTTP/2.0"));
        is(400, "", terms.withMethod("CONNECT"));
        is(
                400,
                "",
                replay.plus("Transfer-Encoding", "chunked")
                        .withBody(new byte[] {'x', '\r', '\n'})
                        .cutOff());
        is(
                400,
                "",
                rows.withTarget("/api/v1/imports").plus("Content-Length", "9").cutOff());
        is(400, "query", rows.withBody(new byte[] {'x'}));
        is(413, "", replay.withBody(new byte[(1 << 20) + 1]));
    }

    private void is(int status, String pointer, Message message) throws IOException {
        var answer = Wire.to(product.url()).send(message);
        assertThat(answer.status()).as(message + answer.text()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.text()).path("pointer").asString(""))
                .as(message + answer.text())
                .isEqualTo(pointer);
    }

    @Test
    @DisplayName("API の記述から作った、数百の要求。長いキャンペーンでは一万")
    void asManyAsAreWanted() throws Exception {
        long before = product.ledger().size();
        campaign.send(SEED, REQUESTS);
        LOG.info("answers by status {}, events {}", campaign.statuses(), campaign.recorded());
        assertThat(campaign.faults()).as(campaign.statuses().toString()).isEmpty();
        assertThat(product.ledger().size()).isEqualTo(before + campaign.recorded());
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
        isToldInFigures();
        assertThat(get("actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    /** Nor is anything of what was sent kept in a figure. */
    private void isToldInFigures() throws Exception {
        var figures = Figures.of(product.url());
        figures.areWellFormed();
        figures.nameNobody("demo-2019", "desknets", "elsewhere", "..", "%");
        figures.holdWhatIsWatched("ledger_timestamp_failures_total", "ledger_follower_stopped");
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

package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.events.ContentDigest;
import org.consentledger.standalone.ReceivedTraces.ReceivedSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A product that sends its traces to a collector and logs in JSON, in one process and in two. */
class TracesIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CLIENT_SPAN = "b7ad6b7169203331";
    private static final String REFUSED_TRACE = "1bf7651916cd43dd8448eb211c80319d";
    private static final String CUSTOMER = "zq7-customer";
    private static final String PERSON = "植木-zq7-person";
    private static final String ADDRESS = "198.51.100.77";
    private static final List<String> PROJECTIONS =
            List.of("about", "comparison", "coverage", "customers", "erasures", "holds", "standing", "terms");

    @TempDir
    private Path temporary;

    private ReceivedTraces traces;

    @BeforeEach
    void receive() throws IOException {
        temporary = temporary.toRealPath();
        traces = new ReceivedTraces();
    }

    @AfterEach
    void end() {
        traces.close();
    }

    @Test
    @Timeout(600)
    @DisplayName("一つのプロセス: 受諾の要求から投影まで一つのトレースになり、ログの行は同じトレースを示し、誰の名も現れない")
    void followARequestToTheProjections() throws Exception {
        var product = StartedProduct.start(
                temporary,
                "data",
                0,
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        traces.address(),
                        "OTEL_BSP_SCHEDULE_DELAY",
                        "200",
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                        "ecs"));
        try (var client = new LedgerClient(product.url())) {
            client.publishTerms();
            try (var database = product.connect()) {
                poison(database);
            }
            ask(client, client);
            assertIsOneTrace("consent-ledger", "consent-ledger");
            try (var database = product.connect()) {
                awaitLetter(database);
            }
            product.signal("TERM");
            assertThat(product.exitStatus()).isZero();
            assertSaysWhere(logged(product.output()));
        } finally {
            product.end();
        }
        namesNobody(product.output());
    }

    @Test
    @Timeout(600)
    @DisplayName("二つのプロセス: 投影は、受諾を記録した側のトレースに続く")
    void followItIntoAnotherProcess() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start()) {
            var place = new StartedSide.Place(temporary, postgres.getJdbcUrl("postgres", "postgres"), "postgres");
            String[] settings = {
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + traces.address() + "/v1/traces",
                "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                "--logging.structured.format.console=ecs"
            };
            var command = place.command("command", settings);
            var query = place.query("query", settings);
            try {
                command.awaitReadiness(200);
                query.awaitReadiness(200);
                command.client().publishTerms();
                try (var database = postgres.getPostgresDatabase().getConnection()) {
                    poison(database);
                }
                ask(command.client(), query.client());
                assertIsOneTrace("consent-ledger-command", "consent-ledger-query");
                try (var database = postgres.getPostgresDatabase().getConnection()) {
                    awaitLetter(database);
                }
            } finally {
                command.end();
                query.end();
            }
            assertSaysWhere(logged(query.log()));
            assertThat(logged(command.log())).isNotEmpty();
            namesNobody(command.log() + query.log());
        }
    }

    /** An acceptance, one that a rule rejects, and a question. */
    private static void ask(LedgerClient command, LedgerClient query) throws IOException {
        var path = "/api/v1/customers/" + CUSTOMER + "/acceptances";
        var accepted = command.post(
                path, acceptance(1), "Idempotency-Key", "a", "traceparent", of(TRACE), "tracestate", "a=zq7");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        var refused = command.post(path, acceptance(2), "Idempotency-Key", "b", "traceparent", of(REFUSED_TRACE));
        assertThat(refused.status()).as(refused.text()).isEqualTo(404);
        assertThat(query.get("/api/v1/customers/" + CUSTOMER + "/history").status())
                .isIn(200, 503);
    }

    private static String acceptance(int edition) {
        return String.format(
                Locale.ROOT,
                """
                {"termsId":"crash","edition":%d,"digest":"%s","channel":"WEB",
                 "actor":{"kind":"REPRESENTATIVE","name":"%s","authority":"%s"},
                 "evidence":{"ipAddress":"%s","userAgent":"%s","note":"%s"}}""",
                edition,
                ContentDigest.of(LedgerClient.TEXT),
                PERSON,
                PERSON,
                ADDRESS,
                PERSON,
                PERSON);
    }

    private static String of(String trace) {
        return "00-" + trace + "-" + CLIENT_SPAN + "-01";
    }

    private void assertIsOneTrace(String commandService, String queryService) {
        var spans = traces.await(
                TRACE,
                all -> all.stream().anyMatch(span -> span.parentId().equals(CLIENT_SPAN))
                        && PROJECTIONS.stream().allMatch(name -> named(all, "projection " + name) > 0));
        var request = spans.stream()
                .filter(span -> span.parentId().equals(CLIENT_SPAN))
                .findFirst()
                .orElseThrow();
        var command = only(spans, "command AcceptEdition");
        var append = only(spans, "append");

        assertThat(request.name())
                .startsWith("http post /api/v1/customers/{customer")
                .endsWith("}/acceptances");
        assertThat(command.isChildOf(request)).isTrue();
        assertThat(append.isChildOf(command)).isTrue();
        assertThat(List.of(request, command, append))
                .extracting(ReceivedSpan::service)
                .containsOnly(commandService);
        assertThat(request.attributes())
                .containsEntry("uri", "/api/v1/customers/{customerId}/acceptances")
                .containsEntry("status", "201")
                .containsEntry("code", "none");
        assertThat(spans.stream().filter(span -> span.name().startsWith("projection ")))
                .allSatisfy(projection -> {
                    assertThat(projection.isChildOf(append)).isTrue();
                    assertThat(projection.service()).isEqualTo(queryService);
                });

        var refused = traces.await(
                REFUSED_TRACE,
                all -> all.stream().anyMatch(span -> span.parentId().equals(CLIENT_SPAN)));
        assertThat(refused.stream().filter(span -> span.name().equals("command AcceptEdition")))
                .isNotEmpty()
                .allSatisfy(tried -> assertThat(tried.attributes()).containsEntry("exception", "CommandRejected"));
        assertThat(refused).extracting(ReceivedSpan::name).doesNotContain("append");
    }

    private static long named(List<ReceivedSpan> spans, String name) {
        return spans.stream().filter(span -> span.name().equals(name)).count();
    }

    private static ReceivedSpan only(List<ReceivedSpan> spans, String name) {
        assertThat(spans).extracting(ReceivedSpan::name).containsOnlyOnce(name);
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Has the projection "standing" take no row of the customer, and the database say which row that was. */
    private static void poison(Connection database) throws SQLException {
        execute(
                database,
                "do $$ declare found regclass; begin"
                        + " for found in select oid from pg_class where relname = 'standing_customer_fact' loop"
                        + " execute format('alter table %s add constraint poison check (customer_id <> ''" + CUSTOMER
                        + "'') not valid', found); end loop; end $$");
    }

    private static void awaitLetter(Connection database) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            try (var statement = database.createStatement();
                    var rows = statement.executeQuery("select from query.dead_letter")) {
                return rows.next();
            }
        });
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The lines of the log; what the start script, the verb and the JVM say to whoever started them is none of it. */
    private static List<JsonNode> logged(String output) {
        return output.lines()
                .filter(line -> Stream.of(
                                "ledger: ",
                                "Preparing the database",
                                "Consent Ledger serves on",
                                "Picked up ",
                                "WARNING: ")
                        .noneMatch(line::startsWith))
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    /** What the projection logged of the event is found under the trace of the request that had recorded it. */
    private static void assertSaysWhere(List<JsonNode> lines) {
        assertThat(lines)
                .filteredOn(
                        line -> line.path("message").asString().startsWith("projection standing cannot handle event"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.at("/trace/id").asString())
                            .as(line.toString())
                            .isEqualTo(TRACE);
                    assertThat(line.at("/span/id").asString())
                            .as(line.toString())
                            .hasSize(16);
                });
    }

    private void namesNobody(String log) {
        assertThat(log).doesNotContain("zq7", PERSON, ADDRESS);
        assertThat(traces.everything()).contains("acceptances").doesNotContain("zq7", PERSON, ADDRESS);
    }
}

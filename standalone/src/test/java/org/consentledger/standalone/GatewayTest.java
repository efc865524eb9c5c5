package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway does before sides that break as no real one does when a test wants it; before real ones: {@link SidesIT}. */
class GatewayTest {
    private static final String COMMAND = "/api/v1/customers/a-person/acceptances";
    private static final String QUESTION = "/api/v1/customers/a-person/standing";
    private static final int MANY = 12;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path temporary;

    private StandInSide command;
    private StandInSide otherCommand;
    private StandInSide query;
    private StandInSide otherQuery;
    private StandInSide console;
    private StartedGateway gateway;

    @BeforeEach
    void start() throws Exception {
        command = new StandInSide("command-1");
        otherCommand = new StandInSide("command-2");
        query = new StandInSide("query-1");
        otherQuery = new StandInSide("query-2");
        console = new StandInSide("console");
        gateway = StartedGateway.start(
                temporary,
                Map.of(
                        "command-side", List.of(command.port(), otherCommand.port()),
                        "query-side", List.of(query.port(), otherQuery.port()),
                        "console", List.of(console.port())));
        gateway.awaitReadiness(200);
    }

    @AfterEach
    void end() throws Exception {
        gateway.end();
        Stream.of(command, otherCommand, query, otherQuery, console).forEach(StandInSide::close);
        http.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("一つの宛先から、それぞれの側へ")
    @CsvSource(textBlock = """
        GET,    /api/v1/customers/c/standing,         query
        POST,   /api/v1/standing-queries,             query
        POST,   /api/v1/replays,                      query
        POST,   /api/v1/verifications,                query
        GET,    /ledger/checkpoint,                   query
        GET,    /v3/api-docs,                         query
        GET,    /actuator/deadletters,                query
        POST,   /actuator/projections/standing,       query
        POST,   /api/v1/customers/c/acceptances,      command
        PUT,    /api/v1/terms/t/editions/1,           command
        POST,   /ledger/timestamps,                   command
        GET,    /v3/api-docs/commands,                command
        POST,   /api/v1/imports,                      command
        GET,    /api/v1/imports/1/rejects,            command
        DELETE, /api/v1/imports/1,                    command
        GET,    /,                                    console
        POST,   /console/logout,                      console
        GET,    /embed/consent.js,                    console
        """)
    void eachGoesToItsSide(String method, String path, String side) throws Exception {
        var answer = send(method, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(side);
    }

    @Test
    @DisplayName("コマンドは分かれて届き、取り込みはいつも同じところに届く")
    void importsStayTogether() throws Exception {
        var commands = new TreeSet<String>();
        var imports = new TreeSet<String>();
        for (int i = 0; i < MANY; i++) {
            commands.add(send("POST", COMMAND).body());
            imports.add(send("POST", "/api/v1/imports").body());
        }

        assertThat(commands).containsExactly("command-1", "command-2");
        assertThat(imports).hasSize(1);
    }

    @Test
    @DisplayName("途切れたコマンドは二度と送らず、結果は分からないと答える")
    void aCommandThatBrokeOffIsNeverRepeated() throws Exception {
        command.breakOff();
        otherCommand.breakOff();

        var answer = send("POST", COMMAND);

        expectProblem(503, "OUTCOME_UNKNOWN", answer);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Stream.of(command, otherCommand).flatMap(side -> side.asked().stream()))
                .hasSize(1);
    }

    @Test
    @DisplayName("途切れた問い合わせは、もう一方に尋ねる。本文のあるものは尋ね直さない")
    void aQuestionThatBrokeOffIsAskedElsewhere() throws Exception {
        query.breakOff();
        for (int i = 0; i < MANY; i++) {
            assertThat(send("GET", QUESTION).body()).isEqualTo("query-2");
        }
        int before = query.asked().size();
        assertThat(before).isPositive();

        otherQuery.breakOff();
        int other = otherQuery.asked().size();
        expectProblem(503, "UNAVAILABLE", send("POST", "/api/v1/replays"));
        assertThat(query.asked().size() + otherQuery.asked().size()).isEqualTo(before + other + 1);
    }

    @Test
    @DisplayName("つながらない一方の代わりに、もう一方が答える")
    void whoCannotBeReachedIsPassedOver() throws Exception {
        command.close();
        query.close();

        for (int i = 0; i < MANY; i++) {
            assertThat(send("POST", COMMAND).body()).isEqualTo("command-2");
            assertThat(send("GET", QUESTION).body()).isEqualTo("query-2");
        }
        assertThat(otherCommand.asked()).hasSize(MANY);
        otherCommand.close();
        expectProblem(503, "UNAVAILABLE", send("POST", COMMAND));
    }

    @Test
    @DisplayName("準備のできた側がなくなれば、そう言いながら、そこにいる側の答えを伝える")
    void whereNoneIsReadyWhoeverIsThereAnswers() throws Exception {
        command.notReady();
        otherCommand.notReady();
        gateway.awaitReadiness(503);

        assertThat(send("POST", COMMAND).body()).startsWith("command");
        assertThat(send("GET", QUESTION).body()).startsWith("query");
        assertThat(send("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("一つのプロセスだけの様子は伝えない")
    void whatOneProcessTellsOfItselfStaysInside() throws Exception {
        for (var path : List.of("/actuator", "/actuator/prometheus", "/%61ctuator/prometheus", "/actuator/health")) {
            expectProblem(404, "PATH_UNKNOWN", send("GET", path));
        }
        assertThat(query.asked()).isEmpty();
    }

    @Test
    @DisplayName("誰の代わりに尋ねるのかを側に伝え、よそから来たものは信じない")
    void saysForWhomItAsks() throws Exception {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        send(
                "GET",
                QUESTION,
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Host",
                "elsewhere.example",
                "Forwarded",
                "for=203.0.113.9",
                "Authorization",
                "Bearer x",
                "X-Request-Id",
                "r-1",
                "traceparent",
                trace);

        var headers = Stream.of(query, otherQuery)
                .flatMap(side -> side.asked().stream())
                .findFirst()
                .orElseThrow()
                .headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Port"))
                .containsExactly(Integer.toString(gateway.url().getPort()));
        assertThat(headers.get("Authorization")).containsExactly("Bearer x");
        assertThat(headers.get("X-Request-Id")).containsExactly("r-1");
        assertThat(headers.get("traceparent")).containsExactly(trace);
        assertThat(headers).doesNotContainKeys("Forwarded", "X-forwarded-host");
    }

    @Test
    @DisplayName("記録には、道も問いも住所も残らない")
    void itsLogNamesNobody() throws Exception {
        send(
                "GET",
                QUESTION + "?termsId=secret",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        send("GET", QUESTION, "traceparent", "a-person");

        await().until(() ->
                gateway.log().lines().filter(line -> line.startsWith("{")).count() == 2);
        assertThat(gateway.log())
                .contains("\"status\":200", "\"to\":\"query-sides\"", "\"trace\":\"0af7651916cd43dd8448eb211c80319c\"")
                .doesNotContain("a-person", "secret", "/api/", "127.0.0.1");
    }

    @Test
    @DisplayName("大きすぎるもの、HTTP でないものは、すぐに断る")
    void declinesWhatIsTooLargeAndWhatIsNoHttp() throws Exception {
        assertThat(raw("POST /api/v1/terms HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "\"code\":\"TOO_LARGE\"");
        assertThat(raw("POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nContent-Length: 2147483649\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(raw("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(gateway.url().resolve(path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What comes back, up to the end of its JSON. */
    private String raw(String message) throws IOException {
        try (var socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), gateway.url().getPort())) {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new ByteArrayOutputStream();
            int read = socket.getInputStream().read();
            while (read >= 0) {
                answer.write(read);
                read = read == '}' ? -1 : socket.getInputStream().read();
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void expectProblem(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}

package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.testing.TestPostgres;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command side as it runs: over HTTP, on a free port and a database of its own. */
final class RunningCommandSide implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Runs with these settings, such as {@code --ledger.timestamp.url=…}, besides the usual ones. */
    RunningCommandSide(String... settings) {
        this(InstantSource.system(), settings);
    }

    /** Runs by another clock than the machine's. */
    RunningCommandSide(InstantSource clock, String... settings) {
        var directory = temporaryDirectory();
        var usual = Stream.of(
                "--server.port=0",
                TestIssuer.shared().setting(),
                "--spring.datasource.url=" + TestPostgres.migrated("ledger"),
                "--spring.datasource.username=postgres",
                "--ledger.keys-directory=" + directory.resolve("keys"),
                "--ledger.imports.directory=" + directory.resolve("imports"));
        context = CommandSideApplication.application()
                .initializers((GenericApplicationContext made) -> {
                    made.setAllowBeanDefinitionOverriding(true);
                    made.registerBean("clock", InstantSource.class, () -> clock);
                })
                .run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new));
    }

    /** An answer as the client sees it. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String member) {
            return json().path(member).asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    /** Sends JSON unless a header says otherwise; headers are names and values in turn. */
    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).method(method, body);
        request.setHeader("Content-Type", "application/json");
        request.setHeader("Authorization", "Bearer " + token(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who may do everything; who approves and publishes is somebody else. */
    private static String token(String path) {
        return path.endsWith("/approval") || path.endsWith("/publication")
                ? TestIssuer.shared().tokenForEverything("somebody else")
                : TestIssuer.shared().tokenForEverything(TestIssuer.SOMEBODY);
    }

    /** A problem with its code, without anything of our insides, and nothing recorded. */
    Answer refused(int status, String code, Supplier<Answer> request) {
        long before = events();
        var answer = request.get();
        assertThat(answer.response().body())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("org.", "tools.", "java.");
        assertThat(answer.text("code")).as(answer.response().body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("detail")).isNotEmpty();
        assertThat(events()).isEqualTo(before);
        return answer;
    }

    /** Sends what no client would, and answers all that comes back. */
    String raw(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("there is no web server");
        }
        return server.getPort();
    }

    /** How many events the ledger holds, besides those that it records itself about keys. */
    long events() {
        return database()
                .sql("select count(*) from ledger.event where payload_type <> 'ledger.DataKeyCommitted'")
                .query(Long.class)
                .single();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    LedgerReader ledger() {
        return context.getBean(LedgerReader.class);
    }

    JdbcClient database() {
        return JdbcClient.create(context.getBean(DataSource.class));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("command-side");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var pool = context.getBean(HikariDataSource.class);
        context.close();
        pool.close();
        client.close();
    }
}

package org.consentledger.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.consentledger.standalone.TestTokens;
import org.consentledger.standalone.personal.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(WithBrowser.class)
class SampleBackendTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SOURCE =
            Path.of("src/test/java", SampleBackend.class.getName().replace('.', '/') + ".java");

    @Test
    @DisplayName("文書のサンプルは、ここで動いているものと同じである")
    void isWhatTheDocumentShows() throws IOException {
        assertThat(unindented(Files.readString(SOURCE))).contains(unindented(EmbeddingDocument.block("java")));
    }

    @Test
    @DisplayName("ブラウザが何を送っても、本人がいま画面で答えたことしか記録されない")
    void takesNoMoreThanACustomerMaySay(Console console) throws Exception {
        try (var backend = new SampleBackend(
                        console.url(),
                        "",
                        "desknets-cloud",
                        "embedded-forger",
                        "",
                        () -> TestTokens.of(console.url(), "signup"));
                var http = HttpClient.newHttpClient()) {
            var signup = URI.create(backend.url() + "signup/");
            var shown = http.send(
                    HttpRequest.newBuilder(signup.resolve("presentation")).build(), BodyHandlers.ofString());
            var forged = JSON.writeValueAsString(Map.of(
                    "presentation", JSON.readTree(shown.body()).path("token"),
                    "channel", "PAPER",
                    "actor", Map.of("kind", "STAFF", "reason", "none"),
                    "expressedAt", "2020-03-01T00:00:00Z",
                    "source", Map.of("kind", "PAPER", "reference", "none", "datePrecision", "DAY")));
            var answer = http.send(
                    HttpRequest.newBuilder(signup.resolve("acceptance"))
                            .header("Idempotency-Key", "forged")
                            .POST(BodyPublishers.ofString(forged))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

            var fact = new Client(console.url())
                    .json("/api/v1/customers/embedded-forger/history?termsId=desknets-cloud")
                    .path("items")
                    .path(0);
            assertThat(fact.path("channel").asString()).isEqualTo("WEB");
            assertThat(fact.path("actor").path("kind").asString()).isEqualTo("SELF");
            assertThat(fact.path("expressedAt").asString()).doesNotStartWith("2020");
        }
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}

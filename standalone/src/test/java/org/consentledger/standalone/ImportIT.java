package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./ledger import} and imports over HTTP, killed and run again. */
class ImportIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "IMPORTING.md");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MANY = Integer.getInteger("campaign.rows", 100_000);
    private static final String RECORDED = "SELECT count(*) FROM ledger.idempotency WHERE key LIKE 'source:%'";
    private static final String REFERENCE = " convert_from(payload, 'UTF8')::json -> 'source' ->> 'reference' ";

    private final List<StartedProduct> started = new ArrayList<>();

    @TempDir
    private Path directory;

    private StartedProduct product;

    @BeforeEach
    void startWithTheDemo() throws Exception {
        directory = directory.toRealPath();
        product = start("--demo");
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    @DisplayName("「取り込みの手引き」の例は、書いてあるとおりになる")
    void doesWhatTheDocumentShows() throws Exception {
        Files.writeString(directory.resolve("old.csv"), block("csv", 0));
        Files.writeString(directory.resolve("again.jsonl"), block("json", 0));

        var preview = verb("import", "old.csv", "--preview", "--language", "en");
        assertThat(preview.status()).as(preview.output()).isEqualTo(1);
        assertThat(preview.output()).endsWith(block("text", 0));
        assertThat(product.ask(RECORDED)).isZero();

        var done = verb("import", "old.csv", "--language", "en");
        assertThat(done.status()).as(done.output()).isEqualTo(1);
        assertThat(directory.resolve("old.rejects.csv")).hasContent(block("csv", 1));
        assertThat(product.ask(RECORDED)).isEqualTo(5);

        var again = verb("import", "again.jsonl");
        assertThat(again.status()).as(again.output()).isZero();
        assertThat(again.output()).contains("0 recorded, 1 were in the ledger already, 0 rejected");
        var wrong = Files.writeString(directory.resolve("wrong.csv"), "kind,name\nACCEPTANCE,Taro\n");
        assertThat(verb("import", wrong.toString()).status()).isEqualTo(2);
    }

    @Test
    @Timeout(600)
    @DisplayName("取り込みの途中で強制終了しても、やり直せば、良い行は一度ずつ記録され、悪い行は一度ずつ残る")
    void recordsEachGoodRowOnceThoughItIsKilledOnce() throws Exception {
        var records = OldRecords.write(directory.resolve("old.csv"), 2_000);

        killedAt(300);
        var done = verb("import", "old.csv");

        holdsExactly(records, done);
        assertThat(directory.resolve("old.rejects.csv.state")).doesNotExist();
        var again = verb("import", "old.csv");
        assertThat(again.output()).contains("0 recorded, " + records.good() + " were in the ledger already");
        holdsExactly(records, again);
    }

    @Test
    @Tag("campaign")
    @Timeout(3600)
    @DisplayName("十万行を二度強制終了しても同じ")
    void recordsEachOfManyGoodRowsOnceThoughItIsKilledTwice() throws Exception {
        var records = OldRecords.write(directory.resolve("old.csv"), MANY);
        product.signal("TERM");
        product.exitStatus();

        killedAt(MANY / 5);
        killedAt(MANY * 11 / 20);
        var done = verb("import", "old.csv");
        product = start();

        holdsExactly(records, done);
        var fsck = verb("fsck");
        assertThat(fsck.status()).as(fsck.output()).isZero();
    }

    @Test
    @Tag("campaign")
    @Timeout(3600)
    @DisplayName("HTTP で受け取った取り込みは、強制終了の後、次の起動で続く")
    void goesOnWithAnImportOverHttpAfterTheProductWasKilled() throws Exception {
        var records = OldRecords.write(directory.resolve("old.csv"), 20_000);
        String path;
        try (var http = HttpClient.newHttpClient()) {
            var imports = product.url().resolve("/api/v1/imports");
            var post = HttpRequest.newBuilder(imports)
                    .header("Authorization", TestTokens.authorization("POST", imports))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofFile(records.file()))
                    .build();
            var taken = http.send(post, BodyHandlers.ofString());
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            path = taken.headers().firstValue("Location").orElseThrow();
        }
        awaitRecorded(product, 5_000);
        product.signal("KILL");
        product.exitStatus();

        product = start();
        await().atMost(PATIENCE).until(() -> json(path).path("state").asString().equals("DONE"));

        assertThat(json(path).at("/rows/rows").asInt())
                .isEqualTo(records.good() + records.rejects().size());
        Files.writeString(
                directory.resolve("old.rejects.csv"),
                get(path + "/rejects", StandardCharsets.ISO_8859_1),
                StandardCharsets.ISO_8859_1);
        holdsExactly(records);
        assertThat(directory.resolve("data" + path.substring("/api/v1".length())))
                .isDirectoryNotContaining("glob:**rows*");
    }

    /** Runs the import until so many rows are recorded, and kills it. */
    private void killedAt(int recorded) throws Exception {
        var running = StartedProduct.run(directory, "import", "old.csv", "--data", "data");
        started.add(running);
        awaitRecorded(running, recorded);
        running.signal("KILL");
        assertThat(running.exitStatus()).isNotZero();
    }

    private static void awaitRecorded(StartedProduct running, int recorded) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> running.ask(RECORDED) >= recorded);
    }

    private void holdsExactly(OldRecords records, Verb done) throws Exception {
        assertThat(done.status()).as(done.output()).isEqualTo(1);
        assertThat(done.output()).contains(records.rejects().size() + " rejected");
        holdsExactly(records);
    }

    private void holdsExactly(OldRecords records) throws Exception {
        assertThat(OldRecords.read(directory.resolve("old.rejects.csv"))).isEqualTo(records.rejects());
        String events = " FROM ledger.event WHERE payload_type LIKE 'agreement.%' AND" + REFERENCE
                + "SIMILAR TO '(good|bad)/%'";
        assertThat(product.ask("SELECT count(*)" + events)).isEqualTo(records.good());
        assertThat(product.ask("SELECT count(DISTINCT" + REFERENCE + ")" + events))
                .isEqualTo(records.good());
        assertThat(product.ask("SELECT count(*)" + events + " AND" + REFERENCE + "NOT LIKE 'good/%'"))
                .isZero();
        assertThat(product.ask(RECORDED)).isEqualTo(records.good());
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(get(path, StandardCharsets.UTF_8));
    }

    private String get(String path, Charset charset) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            URI address = product.url().resolve(path);
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", TestTokens.authorization("GET", address))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(charset));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private Verb verb(String... arguments) throws Exception {
        return Verb.run(directory, arguments);
    }

    private StartedProduct start(String... options) throws Exception {
        var begun = StartedProduct.start(directory, "data", 0, options);
        started.add(begun);
        begun.url();
        return begun;
    }

    /** One of the document's blocks of a language. */
    private static String block(String language, int number) throws Exception {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .skip(number)
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}

package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.ledger.testing.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/VERIFYING.md tells an expert to type works, with the product that was built. */
class VerifyingDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "VERIFYING.md");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EVENT_ID = Pattern.compile("\"eventId\":\"([0-9a-f-]{36})\"");

    private static final List<StartedProduct> STARTED = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static StartedWitness witness;
    private static TestAuthority authority;
    private static StartedProduct product;

    @BeforeAll
    static void startWithOthers() throws Exception {
        authority = TestAuthority.start();
        witness = StartedWitness.prepare(directory);
        product = start();
    }

    @AfterAll
    static void leaveNoProcess() {
        STARTED.forEach(StartedProduct::end);
        authority.close();
    }

    @Test
    @DisplayName("「検証の手引き」の手順は、実際の受領証で、書いてあるとおりに通る")
    void everyCommandOfTheDocumentSucceeds() throws Exception {
        var run = run(commands());

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("Signature Verified Successfully")
                .containsPattern("leaf \\d+ of \\d+ is in the ledger consent-ledger.invalid/")
                .containsPattern("verified: leaf \\d+ of the \\d+ of consent-ledger.invalid/")
                .containsPattern("witness.example/w1 has cosigned \\d{4}-\\d\\d-\\d\\dT")
                .containsPattern("cosigned by witness.example/w1 at \\d{4}-")
                .containsPattern("verified: \\d+ leaves with root")
                .containsPattern("cosigned by 1 of the 1 witnesses asked for: the first (\\d+) of \\1 leaves")
                .contains("Verification: OK")
                .contains("the key demo-left:1 is the one that the ledger committed itself to")
                .containsPattern("events/\\d+.json holds \"電話での退会の申出\"")
                .containsPattern("the token is recorded at position \\d+")
                .containsPattern(
                        "remark: 1 time stamps, the last of \\S+ about \\d+ leaves, by C=JP,O=Test,.*Authority\n");
    }

    @Test
    @DisplayName("一文字でも違う出来事では、手引きの手順は通らない")
    void theDocumentRefusesAnEventThatWasChanged() throws Exception {
        for (String change : List.of("printf x >>payload", "sed -i s/seq/sed/ statement")) {
            var run = run(commands().replace("\ncat statement\n", "\n" + change + "\ncat statement\n"));

            assertThat(run.status()).as(run.output()).isNotZero();
            assertThat(run.output()).doesNotContain("is in the ledger");
        }
    }

    private static Verb run(String script) throws Exception {
        var builder = new ProcessBuilder("bash", "-euc", script)
                .directory(Files.createTempDirectory(directory, "expert").toFile());
        builder.environment().put("URL", product.url().toString().replaceFirst("/$", ""));
        builder.environment().put("DATA", directory.resolve("data").toString());
        builder.environment().put("LEDGER", System.getProperty("ledger.script"));
        builder.environment().put("WITNESS", witness.key());
        builder.environment()
                .put("TSA", authority.writeRoot(directory.resolve("root.pem")).toString());
        builder.environment().put("CUSTOMER", "demo-left");
        builder.environment().put("TERMS", "desknets-cloud");
        builder.environment().put("AUDITOR", "Authorization: " + TestTokens.of(product.url(), "auditor"));
        builder.environment().put("LEGAL", "Authorization: " + TestTokens.of(product.url(), "legal"));
        builder.environment().put("EVENT", eventOf("demo-2019", product.url()));
        return Verb.run(builder);
    }

    /** A product with the demo's data, all of it cosigned. */
    private static StartedProduct start() throws Exception {
        var running = witness.start();
        STARTED.add(running);
        running.url();
        var environment = new HashMap<>(witness.environment());
        environment.put("LEDGER_TIMESTAMP_URL", authority.url().toString());
        environment.put("LEDGER_TIMESTAMP_SCHEDULED", "false");
        environment.putAll(StartedProduct.PATIENT_WITH_AUTHORITIES);
        var serving = StartedProduct.start(directory, "data", 0, environment, "--demo");
        STARTED.add(serving);
        try (var client = new LedgerClient(serving.url())) {
            await().atMost(Duration.ofMinutes(3)).until(() -> witness.hasCosigned(client));
        }
        return serving;
    }

    private static String commands() throws IOException {
        return SHELL.matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    /** An acceptance of this customer. */
    private static String eventOf(String customer, URI url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var history = url.resolve("/api/v1/customers/" + customer + "/standing?termsId=desknets-cloud");
            var answer = client.send(
                            HttpRequest.newBuilder(history)
                                    .header("Authorization", TestTokens.authorization("GET", history))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            var restsOn = answer.substring(answer.indexOf("\"restsOn\""));
            var matcher = EVENT_ID.matcher(restsOn);
            assertThat(matcher.find()).as(answer).isTrue();
            return matcher.group(1);
        }
    }
}

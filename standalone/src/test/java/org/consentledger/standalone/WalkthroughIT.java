package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the walk-through tell happens, with the product that was built. */
class WalkthroughIT {
    private static final Pattern LEDGER_SIZE = Pattern.compile("\"ledgerSize\":(\\d+)");

    private final List<StartedProduct> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    @DisplayName("見学の手引きに書いたとおりに動き、二度目の起動で何も増えない")
    void doesWhatTheWalkthroughTells() throws Exception {
        var product = start();
        var script = new ProcessBuilder(
                        Path.of("..", "docs", "walkthrough.sh").toString(),
                        product.url().toString().replaceFirst("/$", ""),
                        directory.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(output).isZero();

        long size = ledgerSize(product.url());
        product.signal("TERM");
        assertThat(product.exitStatus()).isZero();
        assertThat(ledgerSize(start().url())).isEqualTo(size);
    }

    private StartedProduct start() throws IOException {
        var product = StartedProduct.start(directory, "data", 0, "--demo");
        started.add(product);
        return product;
    }

    private static long ledgerSize(URI url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var question = url.resolve("/api/v1/customers/demo-both/standing?termsId=desknets-cloud");
            var request = HttpRequest.newBuilder(question)
                    .header("Authorization", TestTokens.authorization("GET", question))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString()).body();
            var matcher = LEDGER_SIZE.matcher(answer);
            assertThat(matcher.find()).as(answer).isTrue();
            return Long.parseLong(matcher.group(1));
        }
    }
}

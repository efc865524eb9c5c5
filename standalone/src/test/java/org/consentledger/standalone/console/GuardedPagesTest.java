package org.consentledger.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBrowser.class)
class GuardedPagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/console/", "/console/support?customer=demo-2019", "/console/legal/dossier", "/console/no"})
    @DisplayName("ログインしていない者は、どの画面からもログインへ導かれるだけである")
    void pagesLeadToTheLogin(String path, Console console) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(console.url().resolve(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .contains(console.url().resolve("/console/login/console").toString());
            assertThat(answer.body()).isEmpty();
        }
    }
}

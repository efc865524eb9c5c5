package org.consentledger.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiTest {
    @Test
    @DisplayName("一覧は続きがなくなるまで読む。二百を超える約款も選べる")
    void readsAListToItsEnd() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/terms", exchange -> {
            var query = exchange.getRequestURI().getQuery();
            var answer = (query.contains("cursor=one") ? part("two", null) : part("one", "one"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var settings = new ConsoleSettings(here, null, null, Duration.ofSeconds(30));
            var choice = new Terms(new Api(settings, _ -> null)).choice("two", Locale.ENGLISH);
            assertThat(choice.documents()).extracting(Terms.Document::termsId).containsExactly("one", "two");
            assertThat(choice.chosen()).extracting(Terms.Document::termsId).isEqualTo("two");
        } finally {
            server.stop(0);
        }
    }

    private static String part(String termsId, @Nullable String next) {
        return "{\"items\":[{\"termsId\":\"" + termsId
                + "\",\"title\":\"t\",\"provider\":\"p\",\"timeZone\":\"Asia/Tokyo\","
                + "\"language\":\"ja\"}],\"next\":" + (next == null ? "null" : "\"" + next + "\"") + "}";
    }
}

package org.consentledger.standalone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.consentledger.standalone.TestTokens;

/** What a running product tells Prometheus. */
public record Figures(String text) {
    private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LINT = Pattern.compile("(?m)^(ledger|projection|disk|hikaricp)_.*");
    private static final int MOST_VALUES = 300;
    private static final int PARSED = 3;

    /** What figures are told apart by; whoever adds one says here that its values are few and name nobody. */
    private static final Set<String> LABELS = new TreeSet<>(Arrays.asList(
            "action",
            "area",
            "authentication_failure_type",
            "authentication_method",
            "authentication_request_type",
            "authentication_result_type",
            "cause",
            "client_name",
            "code",
            "command",
            "compiler",
            "error",
            "exception",
            "gc",
            "id",
            "le",
            "level",
            "main_application_class",
            "method",
            "name",
            "outcome",
            "path",
            "pool",
            "projection",
            "runtime",
            "state",
            "status",
            "uri",
            "vendor",
            "version"));

    /** Reads them as Prometheus does. */
    public static Figures of(URI product) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(product.resolve("/actuator/prometheus"))
                    .header("Authorization", TestTokens.of(product, "monitoring"))
                    .build();
            return new Figures(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    /** Labels that are few, of few values, none of which repeats what a client sent. */
    public void nameNobody(String... sent) {
        var values = new HashMap<String, Set<String>>();
        LABEL.matcher(text)
                .results()
                .forEach(label -> values.computeIfAbsent(label.group(1), _ -> new TreeSet<>())
                        .add(label.group(2)));
        assertThat(LABELS).containsAll(values.keySet());
        values.remove("path");
        values.forEach((label, all) -> {
            assertThat(all).as(label).hasSizeLessThan(MOST_VALUES);
            assertThat(all)
                    .as(label)
                    .allMatch(value -> Arrays.stream(sent).noneMatch(value::contains))
                    .allMatch(value -> value.matches("[\\w .,:+/*{}()'-]{0,100}"));
        });
    }

    /** Prometheus's tool has nothing to say of ours, and can read those of the libraries. */
    public void areWellFormed() throws IOException, InterruptedException {
        var result = Promtool.run(text, "check", "metrics");
        assertThat(result.exitStatus()).as(result.output()).isIn(0, PARSED);
        assertThat(LINT.matcher(result.output()).results()).isEmpty();
    }

    /**
     * All that alerts and the dashboard ask for are there.
     *
     * @param without what this product has no part for
     */
    public void holdWhatIsWatched(String... without) {
        assertThat(WatchedFigures.names())
                .contains(without)
                .filteredOn(name -> !List.of(without).contains(name))
                .allSatisfy(name -> assertThat(text).containsPattern("(?m)^" + name + "[{ ]"));
    }
}

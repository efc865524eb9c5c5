package org.consentledger.standalone.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures that alerts and the dashboard ask for. */
final class WatchedFigures {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DASHBOARD = Path.of("..", "config", "grafana", "dashboards", "consent-ledger.json");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on) \\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-z]+(_[a-z]+)+");
    private static final Set<String> FUNCTIONS = Set.of("histogram_quantile");

    private WatchedFigures() {}

    static JsonNode yaml(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Object read = yaml.load(text);
            return JSON.valueToTree(read);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<JsonNode> alerts() {
        return yaml(Promtool.FILES.resolve("consent-ledger.rules.yml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    /** By their names. */
    static Set<String> names() {
        var dashboard = JSON.readTree(DASHBOARD.toFile());
        var panels = dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream());
        var names = new TreeSet<String>();
        Stream.concat(alerts().stream(), panels)
                .map(asks -> SELECTOR.matcher(asks.path("expr").asString()).replaceAll(""))
                .flatMap(expression -> NAME.matcher(expression).results())
                .forEach(name -> names.add(name.group()));
        names.removeAll(FUNCTIONS);
        return names;
    }
}

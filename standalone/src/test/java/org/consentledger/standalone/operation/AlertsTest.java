package org.consentledger.standalone.operation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTest {
    private static final String TESTS = "consent-ledger.rules.test.yml";

    @Test
    @DisplayName("警報の規則はどれも、一度は鳴り、何事もなければ鳴らない")
    void eachFiresOnce() throws Exception {
        var result = Promtool.run("", "test", "rules", TESTS);

        assertThat(result.exitStatus()).as(result.output()).isZero();
        var fired = WatchedFigures.yaml(Promtool.FILES.resolve(TESTS))
                .path("tests")
                .valueStream()
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .filter(alert -> !alert.path("exp_alerts").isEmpty())
                .map(alert -> alert.path("alertname").asString())
                .collect(toSet());
        assertThat(WatchedFigures.alerts())
                .extracting(alert -> alert.path("alert").asString())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(fired);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "one-process.yml"})
    @DisplayName("Prometheus は、規則と設定を受け取る")
    void isTaken(String settings) throws Exception {
        var result = Promtool.run("", "check", "config", "--lint=all", "--lint-fatal", settings);

        assertThat(result.exitStatus()).as(result.output()).isZero();
        assertThat(result.output()).contains("consent-ledger.rules.yml", "rules found");
    }

    @Test
    @DisplayName("警報はどれも、何をすべきかを示す")
    void eachSaysWhatToDo() throws Exception {
        var headings = Files.readAllLines(Path.of("..", "docs", "OPERATIONS.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> "docs/OPERATIONS.md#"
                        + line.replaceFirst("#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .toList();
        assertThat(WatchedFigures.alerts())
                .allSatisfy(alert -> assertThat(headings)
                        .contains(alert.at("/annotations/runbook").asString()));
    }
}

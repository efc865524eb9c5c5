package org.consentledger.standalone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No Docker engine runs here; what can be known of the file without one. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");

    private final JsonNode compose = WatchedFigures.yaml(ROOT.resolve("docker-compose.yml"));

    @Test
    @DisplayName("compose ファイルは、仕様の定める形をしている")
    void isOfTheFormThatTheSpecificationSays() throws Exception {
        ObjectNode schema;
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/compose-spec/compose-spec.json"))) {
            schema = (ObjectNode) JsonMapper.shared().readTree(file);
        }
        // Neither is a URI by which it could be found; both would be looked for.
        schema.remove(List.of("$schema", "$id"));
        var specification =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);

        assertThat(specification.validate(compose)).isEmpty();
        var broken = (ObjectNode) compose.deepCopy();
        broken.withObject("/services/grafana").put("imagee", "x");
        assertThat(specification.validate(broken)).isNotEmpty();
    }

    @Test
    @DisplayName("どのコンテナも、健全かどうかを答え、使う資源に限りがある")
    void eachIsWatchedAndBounded() {
        assertThat(services()).allSatisfy(service -> {
            assertThat(service.getValue().at("/healthcheck/test").isEmpty()).isFalse();
            assertThat(service.getValue().at("/deploy/resources/limits/memory").asString())
                    .matches("[0-9]+[mg]");
            assertThat(service.getValue().at("/image").asString()).matches("[^:]+:[^:]*[0-9][^:]*");
        });
    }

    @Test
    @DisplayName("合言葉はファイルから読み、どこにも書かれていない")
    void secretsAreFiles() {
        assertThat(compose.path("secrets").values())
                .allSatisfy(secret -> assertThat(secret.path("file").asString()).startsWith("./secrets/"));
        assertThat(services()
                        .flatMap(service ->
                                service.getValue().path("environment").propertyStream())
                        .filter(variable -> variable.getKey().contains("PASSWORD")))
                .allSatisfy(variable ->
                        assertThat(variable.getValue().asString()).matches("/run/secrets/[a-z-]+|\\$\\$\\{[a-z-]+}"));
    }

    @Test
    @DisplayName("コンテナが読む設定は、ここにあるファイルである")
    void configurationIsHere() {
        var mounted = services()
                .flatMap(service -> service.getValue().path("volumes").valueStream())
                .map(volume -> List.of(volume.asString().split(":")).getFirst())
                .filter(path -> path.startsWith("./config/"))
                .toList();
        assertThat(mounted)
                .contains(
                        "./config/gateway",
                        "./config/console/behind-gateway.yml",
                        "./config/prometheus",
                        "./config/grafana/provisioning")
                .allSatisfy(path -> assertThat(
                                path.endsWith(".yml")
                                        ? Files.isRegularFile(ROOT.resolve(path))
                                        : Files.isDirectory(ROOT.resolve(path)))
                        .isTrue());
    }

    @Test
    @DisplayName("ここで始めた製品が、ほかの部品の設定を自分のものとして読むことはない")
    void nothingIsReadByAProductThatIsStartedHere() throws Exception {
        try (var files = Files.find(
                ROOT.resolve("config"),
                2,
                (file, _) -> file.getFileName().toString().startsWith("application"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @DisplayName("コンテナが動かす jar は、ここで作られる版のものである")
    void jarsAreOfThisVersion() throws Exception {
        String version;
        try (var pom = Files.newInputStream(ROOT.resolve("pom.xml"))) {
            version = XPathFactory.newInstance()
                    .newXPath()
                    .evaluate("/*/*[local-name() = 'version']", new InputSource(pom));
        }
        var jars = services()
                .flatMap(service -> service.getValue().path("volumes").valueStream())
                .map(volume -> List.of(volume.asString().split(":")).getFirst())
                .filter(path -> path.endsWith(".jar"));
        assertThat(jars)
                .containsExactlyInAnyOrder(
                        "./command-side/target/command-side-" + version + "-exec.jar",
                        "./console/target/console-" + version + "-exec.jar",
                        "./query-side/target/query-side-" + version + "-exec.jar");
    }

    @Test
    @DisplayName("側とコンソールへは、ゲートウェイを通ってしか行けない")
    void sidesAreBehindTheGateway() {
        assertThat(services()
                        .filter(service -> service.getKey().endsWith("-side")
                                || service.getKey().equals("console")))
                .hasSize(3)
                .allSatisfy(
                        service -> assertThat(service.getValue().path("ports").isMissingNode())
                                .isTrue());
        assertThat(compose.at("/services/gateway/ports/0").asString()).isEqualTo("127.0.0.1:8080:8080");
    }

    @Test
    @DisplayName("二つの側は、JSON でログを書く")
    void bothSidesLogInJson() {
        assertThat(services().filter(service -> service.getKey().endsWith("-side")))
                .hasSize(2)
                .allSatisfy(service -> assertThat(service.getValue()
                                .at("/environment/LOGGING_STRUCTURED_FORMAT_CONSOLE")
                                .asString())
                        .isEqualTo("ecs"));
    }

    private Stream<Map.Entry<String, JsonNode>> services() {
        return compose.path("services").propertyStream();
    }
}

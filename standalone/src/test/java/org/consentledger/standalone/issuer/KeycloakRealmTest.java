package org.consentledger.standalone.issuer;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.access.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm that Keycloak imports knows the roles that the product's own issuer knows. */
class KeycloakRealmTest {
    private static final String COMMON = "consent-ledger";

    private final JsonNode realm = JsonMapper.shared()
            .readTree(Path.of("..", "config", "keycloak", "consent-ledger-realm.json")
                    .toFile());

    @Test
    @DisplayName("クライアントの権限は、自前の発行者と同じである")
    void clientsHaveTheScopesOfTheirRoles() {
        var scopes = items("clients")
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .collect(toMap(
                        client -> client.path("clientId").asString(),
                        client -> texts(client.path("defaultClientScopes"))));

        assertThat(scopes).isEqualTo(roles(Set.of(COMMON), Role.CUSTOMER));
    }

    @Test
    @DisplayName("利用者に許す権限も、役割どおりである")
    void usersMayWhatTheirRolesDo() {
        for (var scope : Scope.values()) {
            var may = Stream.of(Role.values())
                    .filter(role -> role.scopes().contains(scope))
                    .map(Role::title)
                    .collect(toSet());
            var mapped = items("scopeMappings")
                    .filter(mapping -> mapping.path("clientScope").asString().equals(scope.value()))
                    .toList();

            assertThat(mapped).as(scope.value()).hasSize(1);
            assertThat(texts(mapped.getFirst().path("roles"))).as(scope.value()).isEqualTo(may);
        }
    }

    @Test
    @DisplayName("初めから決まった合言葉は一つもない")
    void holdsNoSecret() {
        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(3_600);
    }

    private static Map<String, Set<String>> roles(Set<String> besides, Role without) {
        return Stream.of(Role.values())
                .filter(role -> role != without)
                .collect(toMap(
                        Role::title,
                        role -> Stream.concat(
                                        besides.stream(), role.scopes().stream().map(Scope::value))
                                .collect(toSet())));
    }

    private Stream<JsonNode> items(String member) {
        return realm.path(member).valueStream();
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(toSet());
    }
}

package org.consentledger.standalone.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.access.Endpoint;
import org.consentledger.access.Rule;
import org.consentledger.access.Rule.EveryClient;
import org.consentledger.access.Rule.OneOf;
import org.consentledger.access.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Every endpoint and every role, and which of them go together. */
record AuthorisationMatrix(List<Endpoint> endpoints) {
    /** What Spring Boot adds to our own endpoints, all under one rule. */
    private static final Endpoint ACTUATOR = new Endpoint(
            HttpMethod.GET, "/actuator/**", Optional.empty(), Optional.empty(), new OneOf(Set.of(Scope.OPERATE)));

    private static final Endpoint METRICS = new Endpoint(
            HttpMethod.GET,
            "/actuator/prometheus",
            Optional.empty(),
            Optional.empty(),
            new OneOf(Set.of(Scope.OPERATE, Scope.METRICS_READ)));

    static AuthorisationMatrix of(List<Endpoint> ours) {
        var all = new ArrayList<>(ours);
        all.addFirst(METRICS);
        all.addFirst(ACTUATOR);
        return new AuthorisationMatrix(List.copyOf(all));
    }

    /** A customer is allowed what is said here in his own matters alone. */
    static boolean allows(Rule rule, Role role) {
        return switch (rule) {
            case EveryClient _ -> role != Role.CUSTOMER;
            case OneOf(var scopes) -> role.scopes().stream().anyMatch(scopes::contains);
        };
    }

    /** As a table of Markdown. */
    String text() {
        var roles = Stream.of(Role.values()).map(Role::title).collect(Collectors.joining(" | "));
        var head =
                "| endpoint | one of these scopes | " + roles + " |\n|---|---|" + ":-:|".repeat(Role.values().length);
        return Stream.concat(Stream.of(head), endpoints.stream().map(AuthorisationMatrix::row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Endpoint endpoint) {
        var cells = Stream.of(Role.values())
                .map(role -> allows(endpoint.rule(), role) ? "●" : "")
                .collect(Collectors.joining(" | "));
        return "| `" + endpoint.method() + " " + endpoint.path() + "`" + media(endpoint) + " | "
                + scopes(endpoint.rule()) + " | " + cells + " |";
    }

    private static String media(Endpoint endpoint) {
        return Stream.of(endpoint.takes(), endpoint.answers())
                .flatMap(Optional::stream)
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON))
                .map(type -> " " + type)
                .collect(Collectors.joining());
    }

    private static String scopes(Rule rule) {
        return switch (rule) {
            case EveryClient _ -> "every client";
            case OneOf(var scopes) ->
                scopes.stream().sorted().map(scope -> "`" + scope.value() + "`").collect(Collectors.joining(", "));
        };
    }
}

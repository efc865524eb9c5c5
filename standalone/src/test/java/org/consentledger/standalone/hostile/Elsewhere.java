package org.consentledger.standalone.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests to what the description of the API leaves out: the issuer, the console, the actuator. */
record Elsewhere(Random random) {
    private static final List<String> PATHS = List.of(
            "/oauth2/token",
            "/oauth2/token",
            "/oauth2/token",
            "/oauth2/authorize",
            "/oauth2/introspect",
            "/oauth2/revoke",
            "/oauth2/jwks",
            "/oauth2/par",
            "/oauth2/device_authorization",
            "/userinfo",
            "/connect/logout",
            "/connect/register",
            "/login",
            "/logout",
            "/error",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server/x",
            "/actuator",
            "/actuator/health",
            "/actuator/health/liveness/x",
            "/actuator/prometheus",
            "/actuator/deadletters",
            "/actuator/projections",
            "/actuator/env",
            "/actuator/heapdump",
            "/",
            "/console/",
            "/console/login/console",
            "/console/logged-in/console",
            "/console/signup/answer",
            "/console/my/withdrawal",
            "/console/terms",
            "/console/publisher/texts",
            "/console/assets/x",
            "/v3/api-docs",
            "/v3/api-docs/x",
            "/swagger-ui/index.html",
            "/favicon.ico");

    private static final List<String> NAMES = List.of(
            "grant_type",
            "client_id",
            "client_secret",
            "scope",
            "code",
            "redirect_uri",
            "response_type",
            "code_challenge",
            "code_challenge_method",
            "code_verifier",
            "token",
            "token_type_hint",
            "username",
            "password",
            "state",
            "nonce",
            "id_token_hint",
            "post_logout_redirect_uri",
            "prompt",
            "request_uri",
            "client_assertion",
            "client_assertion_type",
            "resource",
            "audience",
            "subject_token",
            "subject_token_type",
            "actor_token",
            "refresh_token",
            "_csrf",
            "termsId",
            "customerId",
            "error",
            "continue");

    private static final List<String> VALUES = List.of(
            "client_credentials",
            "authorization_code",
            "refresh_token",
            "password",
            "implicit",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "urn:ietf:params:oauth:grant-type:device_code",
            "signup",
            "console",
            "operate",
            "openid",
            "operate openid erase",
            "consent.self",
            "code",
            "token",
            "S256",
            "plain",
            "https://elsewhere.example/",
            "//elsewhere.example",
            "javascript:alert(1)",
            "desknets-cloud",
            "eyJhbGciOiJub25lIn0.e30.",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "none",
            "login");

    Message message(String authorization) {
        var form = IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> one(NAMES) + "=" + URLEncoder.encode(value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var path = one(PATHS);
        if (random.nextBoolean()) {
            return who(Message.of("GET", form.isEmpty() ? path : path + "?" + form, authorization));
        }
        return who(Message.of("POST", path, authorization)
                .plus("Content-Type", "application/x-www-form-urlencoded")
                .withBody(form.getBytes(StandardCharsets.UTF_8)));
    }

    private Message who(Message message) {
        return switch (random.nextInt(4)) {
            case 0 -> message;
            case 1 ->
                message.with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((value() + ":" + value()).getBytes(StandardCharsets.UTF_8)));
            case 2 -> message.without("Authorization").plus("Accept", "text/html");
            default -> message.without("Authorization");
        };
    }

    private String value() {
        if (random.nextBoolean()) {
            return one(VALUES);
        }
        var bad = one(one(BadTexts.ALL));
        return bad.substring(0, Math.min(200, bad.length()));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

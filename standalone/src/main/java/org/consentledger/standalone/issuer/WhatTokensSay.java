package org.consentledger.standalone.issuer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** A token is meant for the product, and allows a user no more than his roles do. */
final class WhatTokensSay implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final String audience;

    WhatTokensSay(String audience) {
        this.audience = audience;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        context.getClaims().audience(List.of(audience));
        // RFC 9068 §2.2 asks for it.
        context.getClaims().claim("client_id", context.getRegisteredClient().getClientId());
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            Authentication user = Objects.requireNonNull(context.getPrincipal());
            var may = user.getAuthorities().stream().map(Object::toString).collect(Collectors.toSet());
            context.getClaims()
                    .claim(
                            "scope",
                            context.getAuthorizedScopes().stream()
                                    .filter(may::contains)
                                    .toList());
        }
    }
}

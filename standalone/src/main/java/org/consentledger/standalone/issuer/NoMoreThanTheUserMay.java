package org.consentledger.standalone.issuer;

import java.security.Principal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * A user authorizes a client to no more than his roles allow, whatever it asked for; the token's answer then names what it
 * got (RFC 6749 §3.3).
 */
record NoMoreThanTheUserMay(OAuth2AuthorizationService kept) implements OAuth2AuthorizationService {
    @Override
    public void save(OAuth2Authorization authorization) {
        kept.save(
                AuthorizationGrantType.AUTHORIZATION_CODE.equals(authorization.getAuthorizationGrantType())
                                && authorization.getAttribute(Principal.class.getName()) instanceof Authentication user
                        ? narrowed(authorization, user)
                        : authorization);
    }

    private static OAuth2Authorization narrowed(OAuth2Authorization authorization, Authentication user) {
        var may = user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return OAuth2Authorization.from(authorization)
                .authorizedScopes(authorization.getAuthorizedScopes().stream()
                        .filter(scope -> scope.equals(OidcScopes.OPENID) || may.contains(scope))
                        .collect(Collectors.toSet()))
                .build();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        kept.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return kept.findByToken(token, tokenType);
    }
}

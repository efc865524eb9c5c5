package org.consentledger.standalone.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * People's logins, for as long as they may be renewed, and so many at most; whose login finds no room any more logs in
 * again. What a client got for itself (RFC 6749 §4.4) is not kept: its token says all, and nobody renews it.
 */
final class KeptLogins implements OAuth2AuthorizationService {
    private final Cache<String, OAuth2Authorization> logins;

    /**
     * @param renewable how long after its last use a login is kept
     * @param most how many are kept
     */
    KeptLogins(Duration renewable, long most) {
        logins = Caffeine.newBuilder()
                .expireAfterWrite(renewable)
                .maximumSize(most)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            logins.put(authorization.getId(), authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        logins.invalidate(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return logins.getIfPresent(id);
    }

    /** Which token is of which type, the library's own service knows; a login asks for this a few times in all. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return new InMemoryOAuth2AuthorizationService(List.copyOf(logins.asMap().values())).findByToken(token, type);
    }
}
